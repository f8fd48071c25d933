# The commands to remember: make run · make test · make clients · make check · make bench · make profile · make schema · make figures · make settings · make dump

.PHONY: run test clients check bench bench-large bench-against profile schema figures settings dump setup graphiql browser

# The set-up brings what a fresh machine with Rust, make, Node and PostgreSQL's programs lacks: the JavaScript that the checks run.
setup: tests/js/node_modules/.package-lock.json graphiql

tests/js/node_modules/.package-lock.json: tests/js/package-lock.json
	npm ci --prefix tests/js --no-audit --no-fund
	touch $@

# Bundles GraphiQL, which the build then embeds.
graphiql: web/graphiql/dist/index.html

web/graphiql/dist/index.html: web/graphiql/package-lock.json web/graphiql/build.mjs $(wildcard web/graphiql/src/*)
	npm ci --prefix web/graphiql --no-audit --no-fund
	npm run --prefix web/graphiql --silent build

# Installs the browser that the test of GraphiQL drives; without one that test says so and is skipped.
browser:
	command -v chromium || (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium)

# Serves the town with demonstration records, on an embedded database under ./data: a build that is made quickly and
# answers slowly. A town runs `cargo build --release`. The program is whole without GraphiQL.
run:
	@$(MAKE) --no-print-directory graphiql || echo "GraphiQL was not bundled (it needs Node 20 and npm); everything else runs without it"
	cargo build --profile trial --locked
	target/trial/lihua serve --demo

# Every test, on the embedded database and then on a PostgreSQL cluster that is started for it and thrown away.
test: setup
	cargo test --locked --workspace
	tests/with-postgres cargo test --locked --test it

# Python's gql against a server, with the clients in JavaScript that `make test` runs, too.
clients: setup target/python/installed
	LIHUA_PYTHON=$(CURDIR)/target/python/bin/python cargo test --locked --test it clients:: -- --include-ignored

target/python/installed: tests/python/requirements.txt
	python3 -m venv target/python
	target/python/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

check: setup
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings
	cargo clippy --locked --no-default-features --bins -- --deny warnings
	cd tests/js && node ../contract/check-contract.mjs ../../schema.graphql $(shell cat tests/contract/landed)
	@if cargo deny --version >/dev/null 2>&1; then cargo deny --offline check bans licenses sources; \
	else echo "cargo-deny is not installed: licences and sources of the crates are not checked (cargo install cargo-deny)"; fi

# What the server answers a second, as tables in Markdown, next to the limits it runs into, for benches/RESULTS.md. About a quarter of an hour.
bench:
	tests/with-postgres --durable cargo bench --locked --bench throughput -- 200000 2000000
	cargo bench --locked --bench allocations -- 200000

# The same with a town of 20 million sales, which takes 20 GB under target/ and then in TMPDIR. About forty minutes.
bench-large:
	tests/with-postgres --durable cargo bench --locked --bench throughput -- 200000 2000000 20000000

# This version and another program in turns, so that what the machine does meanwhile happens to both:
# make bench-against OLD=../before/target/release/lihua. About a quarter of an hour.
bench-against:
	@test -x "$(OLD)" || { echo "OLD is no program: make bench-against OLD=path/to/another/lihua"; exit 2; }
	tests/with-postgres --durable cargo bench --locked --bench throughput -- --against "$(abspath $(OLD))" 200000

# Where the server spends its time under one request of the benchmark, by perf: make profile WORK="recording a sale".
# On SQLite; with `tests/with-postgres --durable` in front, on PostgreSQL.
WORK ?= page of 50 sales by variety
profile:
	@command -v perf >/dev/null || { echo "perf is not installed: apt-get install linux-perf"; exit 2; }
	cargo bench --locked --profile profiling --bench throughput -- --profile "$(WORK)" 200000

# Writes the table of docs/FIGURES.md anew from the program's own.
figures:
	UPDATE_FIGURES=1 cargo test --locked --test it figures::definitions::the_page_has_the_table

# Writes .env.example anew from what the settings state.
settings:
	UPDATE_ENV_EXAMPLE=1 cargo test --locked --lib config::tests::the_example_names_every_setting_with_its_default

# Writes the dump of this version anew, from both databases. Once the version is released, its dump stays as it is.
dump:
	UPDATE_DUMP=1 cargo test --locked --test it migrations::dump::a_small_town_has_a_row_of_each_table
	UPDATE_DUMP=1 tests/with-postgres cargo test --locked --test it migrations::dump::a_small_town_has_a_row_of_each_table

# Writes schema.graphql anew from the running schema.
schema:
	UPDATE_SCHEMA=1 cargo test --locked --test it schema::the_file_is_the_running_schema
