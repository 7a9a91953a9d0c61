// Package parallel spreads work over goroutines and keeps the order of results.
package parallel

import (
	"context"
	"iter"
)

// Ordered calls work for each item, n at a time, and consume with each result in
// the order of the items, on the calling goroutine. At most 2n results wait for
// an earlier one, so memory does not grow with the number of items. It stops with
// ctx.Err() or the first error of consume.
func Ordered[T, R any](ctx context.Context, n int, items iter.Seq[T], work func(T) R, consume func(R) error) error {
	type slot struct {
		item   T
		result chan R
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue, order := make(chan slot, n), make(chan slot, 2*n)
	go func() {
		defer close(order)
		defer close(queue)
		for item := range items {
			s := slot{item, make(chan R, 1)}
			select {
			case order <- s:
			case <-ctx.Done():
				return
			}
			select {
			case queue <- s:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range n {
		go func() {
			for s := range queue {
				if ctx.Err() != nil {
					return
				}
				s.result <- work(s.item)
			}
		}()
	}
	for s := range order {
		select {
		case r := <-s.result:
			if err := consume(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
