package main
import ("bufio";"fmt";"os";"strings";"github.com/sourcelint/sourcelint/rules/lexicon")
func main(){ l:=lexicon.For("en"); s:=bufio.NewScanner(os.Stdin); for s.Scan(){ f:=strings.Split(s.Text(),"\t"); r:=l.Relate(f[2],f[3]); v:="unknown"; d:=""
 switch { case r.Contrast!=nil: v="contrast"; d=r.Contrast.Name; case r.Antonym: v="antonym"; case r.Same: v="same"; case r.Variant: v="variant"; case r.Abbreviation: v="abbrev"; case r.Synonym: v="synonym"; case r.NearSynonym: v="near"; case r.Derived: v="derived";  case r.Hypernym: v="hypernym"; case r.Sister: v="sister"}
 p:=""; if len(r.Pivots)>0 { p=r.Pivots[0].Family.Word}
 fmt.Println(f[0]+"\t"+f[1]+"\t"+v+"\t"+f[2]+"\t"+f[3]+"\t"+d+"\t"+p)} }
