import { covers, parentOf, villageOf } from '@yiwang/domain/areas';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { formProblem, type FormProblem } from '../kit/problem.js';
import { CANDIDATES, LOADS, LOCATED, SUGGESTED_PATH, UNIT_NAME } from './documents.js';
import { choiceOf, placeOf, type Choice, type Own } from './first-choice.js';
import type { DeskSuggestedPathQuery } from './generated/graphql.js';
import { placesWithin, type Place } from './named-places.js';
import { rankUnits, type Ranked } from './rank-units.js';
import type { DeskCase, DeskTask } from './transfer.js';

export interface Load {
  open: number;
  late: number;
}

export interface Suggestions {
  route: DeskSuggestedPathQuery['case']['suggestedPath'];
  places: readonly Place[];
  candidates: readonly Ranked[];
  /** Whether units can be looked for: a category says whose powers it takes. */
  isSearched: boolean;
  isBusy: boolean;
  /** What could not be asked for; the rest is there. */
  problem: FormProblem | null;
  again(): void;
  choice: Choice | null;
  /** The chosen unit where it is none of the candidates. */
  chosenUnit: { code: string; name: string } | null;
  /** Null while it is not known. */
  loadOfUnit(code: string): Load | null;
  loadOfArea(code: string): Load | null;
}

/** As long a text as places are looked for in. */
const LONGEST_ADDRESS = 500;
const NOTHING: Load = { open: 0, late: 0 };

const sum = (loads: readonly Load[]): Load => loads.reduce((all, { open, late }) => ({ open: all.open + open, late: all.late + late }), NOTHING);

/** What is suggested for a task of the desk, and the choice that follows from it and from what was chosen otherwise. */
export function useSuggestions(task: DeskTask, one: DeskCase, own: Own, category: string | null): Suggestions {
  const text = [one.placeText, one.title, one.text].filter(Boolean).join(' ').slice(0, LONGEST_ADDRESS);
  const isDesk = task.kind === 'desk';
  const [located, askLocated] = useQuery({ query: LOCATED, variables: { countyCode: one.countyCode, text }, pause: !isDesk || villageOf(one.area.code) !== null });
  const [ranked, askRanked] = useQuery({ query: CANDIDATES, variables: { category: category ?? '', area: one.area.code }, pause: category === null });
  const [loads, askLoads] = useQuery({ query: LOADS, variables: { areaCode: task.areaCode } });
  const places = useMemo(() => placesWithin(task.areaCode, located.data?.locateAddress ?? []), [task.areaCode, located.data]);
  const beside = parentOf(places[0]?.areaCode ?? '');
  const [below, askBelow] = useQuery({ query: LOADS, variables: { areaCode: beside ?? '' }, pause: beside === null });
  const asked = { desk: task.areaCode, known: one.area.code, places: places.map(({ areaCode }) => areaCode) };
  const [path, askPath] = useQuery({
    query: SUGGESTED_PATH,
    variables: { number: one.number, areaCode: placeOf(asked, own), caseClass: own.caseClass ?? null },
    pause: !isDesk || located.fetching,
  });
  const candidates = rankUnits(category === null ? [] : (ranked.data?.routingFor ?? []), one.returns ?? []);
  const route = isDesk ? (path.data?.case.suggestedPath ?? null) : null;
  const units = task.tier === 'county' ? candidates.map(({ code }) => code) : [];
  const choice = isDesk
    ? choiceOf({ ...asked, kind: one.kind, route, units }, own)
    : { areaCode: one.area.code, caseClass: one.caseClass ?? 'difficult', path: 'countyCoordinated' as const, unitCode: own.unitCode === undefined ? (units[0] ?? null) : own.unitCode };
  const unitCode = choice?.unitCode ?? null;
  const isUnknown = unitCode !== null && !candidates.some(({ code }) => code === unitCode);
  const [unit] = useQuery({ query: UNIT_NAME, variables: { code: unitCode ?? '' }, pause: !isUnknown });
  const failed = ([[located, askLocated], [path, askPath], [ranked, askRanked], [loads, askLoads], [below, askBelow]] as const).filter(([{ error }]) => error !== undefined);
  const error = failed[0]?.[0].error;
  return {
    ...{ route, places, candidates, choice, isSearched: category !== null },
    isBusy: located.fetching || path.fetching || (category !== null && ranked.fetching),
    chosenUnit: isUnknown ? { code: unitCode, name: unit.data?.unit?.name ?? unitCode } : null,
    problem: error === undefined ? null : formProblem(error),
    again: () => failed.forEach(([, ask]) => ask({ requestPolicy: 'network-only' })),
    loadOfUnit: (code) => (loads.data ? sum(loads.data.unitLoads.filter((load) => load.unit?.code === code)) : null),
    loadOfArea: (code) =>
      below.data && beside !== null && covers(beside, code) ? sum(below.data.unitLoads.filter((load) => load.unit === null && covers(code, load.area.code))) : null,
  };
}
