import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { BrowserRouter } from 'react-router';
import { graphClient } from './graph/client.js';
import { OfflineProvider } from './offline/offline.js';
import { signIn, type SignIn } from './session/sign-in.js';
import { SessionContext } from './session/session.js';
import { Shell } from './shell/shell.js';
import { Unreachable } from './shell/unreachable.js';
import { language, startWords } from './words/index.js';
import './shell/theme.css';

await startWords();
const root = createRoot(document.getElementById('root') as HTMLElement);

function show({ session, token }: SignIn): void {
  root.render(
    <StrictMode>
      <SessionContext value={session}>
        <Provider value={graphClient(token, language)}>
          <OfflineProvider>
            <BrowserRouter basename="/console">
              <Shell />
            </BrowserRouter>
          </OfflineProvider>
        </Provider>
      </SessionContext>
    </StrictMode>,
  );
  // It opens the pages without network. Where the browser has none (an address without TLS), the page says so.
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/console/service-worker.js').catch(() => undefined);
}

try {
  show(await signIn());
} catch {
  root.render(<Unreachable />);
}
