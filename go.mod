module github.com/sourcelint/sourcelint

go 1.26
