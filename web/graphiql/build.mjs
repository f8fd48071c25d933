// Bundles GraphiQL into dist/: index.html and, under names with their hash, what it loads, compressed with gzip. Nothing comes from
// another host, and no script is inline, so that the page runs under the policy of src/http/graphiql.rs.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const dist = join(import.meta.dirname, 'dist');
mkdirSync(dist, { recursive: true });
for (const name of readdirSync(dist)) if (name !== '.gitignore') rmSync(join(dist, name));

// Fonts for text are the system's. The icons' font is a file of its own, not a data: URL. Monaco's styles stand in GraphiQL's sheet already.
const styles = {
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /graphiql[/\\]dist[/\\]style\.css$/ }, ({ path }) => ({
      loader: 'css',
      contents: readFileSync(path, 'utf8')
        .replace(/@font-face\s*{\s*font-family:\s*(Roboto|Fira Code);[^}]*}/g, '')
        .replace(/url\(data:font\/ttf;[^)]*\)/, 'url(monaco-editor/esm/vs/base/browser/ui/codicons/codicon/codicon.ttf)'),
    }));
    build.onLoad({ filter: /monaco-editor[/\\].*\.css$/ }, () => ({ loader: 'css', contents: '' }));
  },
};

/** The files that entry points are bundled into. */
async function bundle(entryPoints, options) {
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    target: 'es2022',
    outdir: dist,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.ttf': 'file' },
    legalComments: 'eof',
    write: false,
    ...options,
  });
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), contents })).filter(({ contents }) => contents.length > 0);
}

/** The name of the file that an entry point became. */
function named(files, entry, extension) {
  return files.map(({ name }) => name).find((name) => name.startsWith(`${entry}-`) && name.endsWith(extension));
}

const workers = await bundle(
  {
    editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
    graphql: 'monaco-graphql/esm/graphql.worker.js',
    json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  },
  { format: 'iife' },
);
const workerNames = Object.fromEntries(['editor', 'graphql', 'json'].map((entry) => [entry, named(workers, entry, '.js')]));
const page = await bundle(
  { main: join(import.meta.dirname, 'src/main.jsx') },
  {
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    plugins: [styles],
    define: { 'process.env.NODE_ENV': '"production"', WORKERS: JSON.stringify(workerNames) },
  },
);

for (const { name, contents } of [...workers, ...page]) writeFileSync(join(dist, `${name}.gz`), gzipSync(contents, { level: 9 }));
const html = readFileSync(join(import.meta.dirname, 'src/index.html'), 'utf8');
writeFileSync(join(dist, 'index.html'), html.replace('main.js', named(page, 'main', '.js')).replace('main.css', named(page, 'main', '.css')));
