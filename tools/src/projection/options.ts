import { parseArgs } from 'node:util';
import type { ProjectionScope } from '@yiwang/contracts/projection';
import { messageOf, StartProblem } from '../infrastructure/problem.js';

export const HELP = `npm run projection -- check|rebuild [CASE…|--all|--open] [--json]

  check     compares what PostgreSQL holds of cases with what their workflows recorded, and says every difference;
            finds open cases that nobody sees to. Changes nothing.
  rebuild   the same, and sets whatever differs to what the workflows recorded. Every mended case is on the audit.

  CASE…     only these cases, by number
  --all     every case whose histories the engine keeps (the default)
  --open    those that are not closed
  --json    the whole report as JSON

Ends with 0 where everything is as it should be, after mending where that was asked for, and with 1 where it is not.`;

export interface ProjectionCommand {
  help: boolean;
  rebuild: boolean;
  cases: ProjectionScope;
  json: boolean;
}

/** @throws StartProblem where the command line says nothing that can be done. */
export function readProjectionOptions(args: string[]): ProjectionCommand {
  const { values, positionals } = parsed(args);
  const [act, ...named] = positionals;
  const command = { help: values.help ?? false, rebuild: act === 'rebuild', json: values.json ?? false };
  if (!command.help && act !== 'check' && act !== 'rebuild')
    throw new StartProblem(`Say "check" or "rebuild"${act === undefined ? '' : `, not "${act}"`}; --help tells more`);
  if ([named.length > 0, values.all, values.open].filter(Boolean).length > 1)
    throw new StartProblem('Name cases, or say --all or --open, not several of these');
  const wrong = named.find((number) => !/^\d{6}-\d{8}-\d+$/.test(number));
  if (wrong !== undefined) throw new StartProblem(`"${wrong}" is no case number`);
  return { ...command, cases: named.length > 0 ? named : values.open ? 'open' : 'all' };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        all: { type: 'boolean' },
        open: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartProblem(`${messageOf(error).split('. ')[0]}; "npm run projection -- --help" lists what there is`);
  }
}
