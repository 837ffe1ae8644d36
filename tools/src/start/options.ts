import { parseArgs } from 'node:util';
import { messageOf, StartProblem } from '../infrastructure/problem.js';

export interface StartOptions {
  demo: boolean;
  reset: boolean;
  yes: boolean;
  help: boolean;
  portOffset: number;
}

export const HELP = `npm start -- [options]

  --no-demo   leave out the demonstration county, its people and its clients' known secrets
  --reset     begin anew: wipes the data folder, and with DATABASE_URL our databases on that server
  --yes       with --reset and DATABASE_URL: do not ask

Settings (environment)
  YIWANG_PORT_OFFSET   added to every port, so that a second system can run beside the first
  YIWANG_DATA          data folder (.data)
  YIWANG_CACHE         where fetched and built programs are kept (~/.cache/yiwang)
  DATABASE_URL         administrator's address of a PostgreSQL 16 or newer, instead of the embedded one
  TEMPORAL_ADDRESS     host:port of a Temporal frontend, instead of our own
  KEYCLOAK_URL         base address of a Keycloak 26, instead of our own; KEYCLOAK_ADMIN_PASSWORD for importing the realm`;

/** What the command line and the environment ask for. */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  const options = { demo: true, reset: false, yes: false, help: false, portOffset: readPortOffset(env) };
  try {
    const { values } = parseArgs({
      args,
      options: {
        'no-demo': { type: 'boolean' },
        reset: { type: 'boolean' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    Object.assign(options, { demo: !values['no-demo'], reset: values.reset, yes: values.yes, help: values.help });
  } catch (error) {
    throw new StartProblem(`${messageOf(error).split('. ')[0]}; "npm start -- --help" lists what there is`);
  }
  if (options.demo && env.YIWANG_ENV === 'production')
    throw new StartProblem('Demonstration people and secrets are refused with YIWANG_ENV=production: add --no-demo');
  return options;
}

export function readPortOffset(env: NodeJS.ProcessEnv): number {
  const text = env.YIWANG_PORT_OFFSET || '0';
  if (!/^\d+$/.test(text)) throw new StartProblem(`YIWANG_PORT_OFFSET must be a whole number, not "${text}"`);
  return Number(text);
}
