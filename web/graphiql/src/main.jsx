// GraphiQL on this server's own API. A `signIn` that is run here signs in by cookie; a header `Authorization` does for one tab.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { parse } from 'graphql';
import { createRoot } from 'react-dom/client';
import './page.css';

globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    return new Worker(new URL(WORKERS[label] ?? WORKERS.editor, import.meta.url));
  },
};

/** The document; what is none is the server's to refuse. */
function parsed(query) {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

const api = new URL('graphql', location.href).href;
const send = createGraphiQLFetcher({ url: api, subscriptionUrl: api.replace(/^http/, 'ws') });
// What GraphiQL hands over was parsed a moment ago: whether a socket is needed is decided by what is sent.
const fetcher = (parameters, options) => send(parameters, { ...options, documentAST: parsed(parameters.query) });
createRoot(document.getElementById('graphiql')).render(<GraphiQL fetcher={fetcher} />);
