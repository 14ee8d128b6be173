# make help tells what there is.
DECK := decks/hjemmekontor/deck.toml
PDF  := build/hjemmekontor.pdf
LOOK := build/look

.PHONY: help deck test test-time race lint bench look mail-sink clean test-crash test-postfix bench-mail

help: ## tell what there is
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deck: build/lysark ## build the reference deck into build/
	build/lysark build $(DECK) -o $(PDF)

test: ## run all tests
	go test ./...

test-time: ## hold how long things take (on a machine that does nothing else)
	LYSARK_TIME=1 go test -count=1 -p 1 ./...

test-crash: build/lysark ## send to 2,000 members and kill the program 100 times
	LYSARK_PROGRAM=$(CURDIR)/build/lysark LYSARK_CRASH="2000 100" go test -count=1 -v -run KilledAgain ./cmd/lysark

test-postfix: ## send the reference deck by a real Postfix on loopback (as root, with postfix and sasl2-bin)
	LYSARK_POSTFIX=1 go test -count=1 -v -run RealPostfix ./cmd/lysark

race: ## run the tests with the race detector, but for those that measure or take long
	go test -race -short ./...

lint: ## gofmt, vet, staticcheck, and that it builds for Windows and macOS
	@test -z "$$(gofmt -s -l .)" || { gofmt -s -d .; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	GOOS=windows GOARCH=amd64 CGO_ENABLED=0 sh -c 'go vet ./... && go build ./...'
	GOOS=darwin GOARCH=arm64 CGO_ENABLED=0 sh -c 'go vet ./... && go build ./...'

bench: build/lysark ## measure speed and size
	go test -run '^$$' -bench . -benchmem ./...

bench-mail: ## mails per second, ours and of go-mail's client
	cd report/mail/benchmark && go test -count=1 -v .

look: deck ## render every page to PNG into build/look, for eyes (needs pdftoppm)
	@command -v pdftoppm >/dev/null || { echo "make look needs pdftoppm: apt-get install poppler-utils"; exit 1; }
	rm -rf $(LOOK) && mkdir -p $(LOOK)
	pdftoppm -r 108 -png $(PDF) $(LOOK)/slide

mail-sink: ## take mail on localhost:2525 into build/mail, pass none on
	go run ./report/mail/sink 2525 build/mail

clean: ## remove what was built
	rm -rf build

# The same commit gives the same bytes on any machine: no paths, no C. Without -s -w it is larger by a third. Where git
# knows the commit, the program knows it, too.
build/lysark: STAMP = -buildvcs=$(if $(shell git rev-parse HEAD 2>/dev/null),true,false)
build/lysark: FORCE
	@mkdir -p build
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' $(STAMP) -o $@ ./cmd/lysark

FORCE:
