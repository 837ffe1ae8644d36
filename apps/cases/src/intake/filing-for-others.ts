import { refuse, type Refusal } from '@yiwang/contracts/errors';
import type { Caller, Position } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import type { CasesConfig } from '../config.js';
import type { StartCaseInput } from './start-case.input.js';

/** What lets somebody of the staff file for a resident; the id of the resident's consent where they are named. */
export type Filing = { ok: true; proxyId: string | null } | Refusal;

type Neighbours = Pick<CasesConfig, 'IDENTITY_URL' | 'DEPARTMENTS_URL'>;

const PROXY = 'query ($residentId: ID!, $at: DateTime) { proxyFor(residentId: $residentId, at: $at) { id } }';
const CONSULTATION = 'query ($number: ID!) { consultation(number: $number) { state unit { code } case { number } } }';

interface Consultation {
  state: string;
  unit: { code: string };
  case: { number: string } | null;
}

/**
 * Whoever files for a resident who is named needs that resident's consent in force (委托代办), which identity keeps; of
 * others the word that they agreed is on the record with the case.
 * @throws AppError SERVICE_UNAVAILABLE while identity is away.
 */
export async function mayFileFor(input: StartCaseInput, caller: Caller, at: Date, urls: Neighbours): Promise<Filing> {
  const { onBehalf } = input;
  if (!onBehalf?.residentId) return { ok: true, proxyId: null };
  const { residentId } = onBehalf;
  const { proxyFor } = await askSubgraph<{ proxyFor: { id: string } | null }>(
    urls.IDENTITY_URL,
    PROXY,
    { residentId, at: at.toISOString() },
    caller,
  );
  if (proxyFor === null) return refuse('PROXY_REQUIRED', { field: 'onBehalf.residentId', value: residentId });
  return { ok: true, proxyId: proxyFor.id };
}

/**
 * Departments' people take no requests; a consultation that their unit answers they may turn into a case, for whoever asked.
 * @throws AppError SERVICE_UNAVAILABLE while departments is away.
 */
export async function mayFileFromConsultation(
  { onBehalf, sourceReference }: StartCaseInput,
  caller: Caller,
  positions: readonly Position[],
  urls: Neighbours,
): Promise<{ ok: true } | Refusal> {
  if (!sourceReference) return refuse('START_NOT_PERMITTED', { field: 'sourceReference' });
  const { state, unit, case: standing } = await consultationOf(sourceReference, caller, urls);
  const isOfUnit = positions.some(({ role, unitCode }) => role === 'departmentHandler' && unitCode === unit.code);
  if (!isOfUnit) return refuse('UNIT_NOT_YOURS', { field: 'sourceReference', value: unit.code });
  if (state === 'case') {
    return refuse('CONSULTATION_CLOSED', { field: 'sourceReference', value: sourceReference, actual: standing?.number ?? '' });
  }
  return onBehalf?.consent ? { ok: true } : refuse('CONSENT_REQUIRED', { field: 'onBehalf.consent' });
}

/** @throws AppError START_NOT_PERMITTED for what is no consultation of theirs to see. */
async function consultationOf(number: string, caller: Caller, urls: Neighbours): Promise<Consultation> {
  try {
    const asked = await askSubgraph<{ consultation: Consultation }>(urls.DEPARTMENTS_URL, CONSULTATION, { number }, caller);
    return asked.consultation;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    throw new AppError('START_NOT_PERMITTED', { field: 'sourceReference', value: number });
  }
}
