package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/sourcelint/sourcelint/cmd/lint/internal/config"
	"github.com/spf13/cobra"
)

//go:embed starter.yaml
var starter []byte

func newInit(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "Write a commented " + config.Name + " to start from",
		Args:  takes(0, "none"),
		RunE: func(*cobra.Command, []string) error {
			f, err := os.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s exists already and is left as it is", config.Name)
			}
			if err != nil {
				return err
			}
			if _, err = f.Write(starter); err == nil {
				err = f.Close()
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(std.out, "wrote %s: name your texts in it, then run lint\n", config.Name)
			return nil
		},
	}
}
