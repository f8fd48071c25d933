// GraphiQL on this server's own API. A `signIn` that is run here signs in by cookie; a header `Authorization` does for one tab.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import './page.css';

globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const file = WORKERS[label] ?? WORKERS.editor;
    return new Worker(new URL(file, import.meta.url));
  },
};

const api = new URL('graphql', location.href).href;
const fetcher = createGraphiQLFetcher({ url: api, subscriptionUrl: api.replace(/^http/, 'ws') });
createRoot(document.getElementById('graphiql')).render(<GraphiQL fetcher={fetcher} />);
