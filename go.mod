module github.com/sourcelint/sourcelint

go 1.26.0

require (
	github.com/bmatcuk/doublestar/v4 v4.10.4
	github.com/spf13/cobra v1.10.2
	github.com/spf13/pflag v1.1.0
	golang.org/x/text v0.43.0
)

require (
	github.com/blevesearch/snowballstem v0.9.0
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
)

require github.com/abadojack/whatlanggo v1.0.1

require github.com/sergi/go-diff v1.4.0

require github.com/agnivade/levenshtein v1.2.2
