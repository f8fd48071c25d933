// Makes types of the documents in codegen/ with graphql-codegen's client preset, and has the compiler of TypeScript check what uses them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, parse } from 'graphql';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const schemaText = readFileSync(path('../../../schema.graphql'), 'utf8');
const output = path('../generated/codegen/');
rmSync(output, { recursive: true, force: true });

// The command line of graphql-codegen finds the documents and writes the files; both are simple enough here.
const usage = readFileSync(path('codegen/usage.ts'), 'utf8');
const documents = [...usage.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, rawSDL]) => ({ location: path('codegen/usage.ts'), rawSDL, document: parse(rawSDL) }));
const sections = await preset.buildGeneratesSection({
  baseOutputDir: output,
  schema: parse(schemaText),
  schemaAst: buildSchema(schemaText),
  documents,
  plugins: [],
  pluginMap: {},
  presetConfig: {},
  config: {
    scalars: { Decimal: 'string', Date: 'string', DateTime: 'string', ID: 'string' },
    strictScalars: true,
    enumsAsTypes: true,
    useTypeImports: true,
  },
});
for (const section of sections) {
  mkdirSync(dirname(section.filename), { recursive: true });
  writeFileSync(section.filename, await codegen(section));
}
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', path('codegen/usage.ts')];
execFileSync(process.execPath, [compiler, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
console.log('codegen holds');
