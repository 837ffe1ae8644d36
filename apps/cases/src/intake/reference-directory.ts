import { Injectable } from '@nestjs/common';
import { placeMatcher, type PlaceMatcher } from '@yiwang/domain/places';
import type { Caller } from '@yiwang/platform/auth';
import { askSubgraph } from '@yiwang/platform/graphql';
import { LRUCache } from 'lru-cache';
import type { CasesConfig } from '../config.js';

interface AreaName {
  code: string;
  name: string;
  aliases: string[];
}

export interface CountyAreas {
  has(code: string): boolean;
  nameOf(code: string): string | null;
  /** Codes within another, without it. */
  below(code: string): string[];
  places: PlaceMatcher;
}

export interface KnownUnit {
  name?: string;
  kind?: string;
  areaCode?: string;
  takesTasks?: boolean;
  closedOn?: string | null;
}

const AREAS = 'query ($county: ID!) { areaDirectory(countyCode: $county) { code name aliases } }';
const CATEGORY = 'query ($code: ID!) { category(code: $code) { code isOpen } }';
const UNIT = 'query ($code: ID!) { unit(code: $code) { code name kind areaCode takesTasks closedOn } }';
const QR_POINT = 'query ($code: ID!) { qrPoint(code: $code) { area { code } } }';

const REMEMBER_MS = 60_000;
/** How soon an unknown code may make us ask again: a new grid is usable at once, a wrong code costs nobody much. */
const ASK_AGAIN_MS = 5_000;

/**
 * What is to be known of other services' reference data: areas, categories, units and QR points, open to the public and
 * asked for in the caller's name. Remembered for a minute, so that intake does not lean on them for each case.
 */
@Injectable()
export class ReferenceDirectory {
  private readonly counties = new LRUCache<string, { loadedAt: number; areas: Promise<CountyAreas> }>({
    max: 200,
    ttl: REMEMBER_MS,
  });
  private readonly categories = new LRUCache<string, Promise<boolean>>({ max: 20_000, ttl: REMEMBER_MS });
  private readonly units = new LRUCache<string, Promise<KnownUnit | null>>({ max: 20_000, ttl: REMEMBER_MS });
  private readonly qrPoints = new LRUCache<string, Promise<string | null>>({ max: 100_000, ttl: REMEMBER_MS });

  constructor(private readonly config: Pick<CasesConfig, 'GRIDS_URL' | 'DEPARTMENTS_URL'>) {}

  /** @throws AppError SERVICE_UNAVAILABLE while grids is away and nothing is remembered. */
  async areasOf(countyCode: string, caller: Caller): Promise<CountyAreas> {
    return (this.counties.get(countyCode) ?? this.loadCounty(countyCode, caller)).areas;
  }

  async knowsArea(code: string, caller: Caller): Promise<boolean> {
    const countyCode = code.slice(0, 6);
    if ((await this.areasOf(countyCode, caller)).has(code)) return true;
    const { loadedAt } = this.counties.get(countyCode) ?? { loadedAt: 0 };
    if (Date.now() - loadedAt < ASK_AGAIN_MS) return false;
    return (await this.loadCounty(countyCode, caller).areas).has(code);
  }

  /** Whether a new case may be given it: one that a later tree has closed stays with the cases that have it. */
  knowsCategory(code: string, caller: Caller): Promise<boolean> {
    return remember(this.categories, code, ASK_AGAIN_MS, async () => {
      const { category } = await askSubgraph<{ category: { isOpen?: boolean } | null }>(
        this.config.DEPARTMENTS_URL,
        CATEGORY,
        { code },
        caller,
      );
      return category !== null && category.isOpen !== false;
    });
  }

  async knowsUnit(code: string, caller: Caller): Promise<boolean> {
    return (await this.unitIs(code, caller)) !== null;
  }

  /** `open`, the date (YYYY-MM-DD) from which a unit takes no new tasks, or null where there is no such unit. */
  async unitIs(code: string, caller: Caller): Promise<string | null> {
    const unit = await this.unit(code, caller);
    if (unit === null) return null;
    return unit.takesTasks === false && unit.closedOn ? unit.closedOn : 'open';
  }

  /** What departments knows of a unit; null where there is no such unit. */
  unit(code: string, caller: Caller): Promise<KnownUnit | null> {
    return remember(this.units, code, ASK_AGAIN_MS, async () => {
      const { unit } = await askSubgraph<{ unit: KnownUnit | null }>(this.config.DEPARTMENTS_URL, UNIT, { code }, caller);
      return unit;
    });
  }

  /** The area of a QR point, or null where there is no such point. */
  areaOfQrPoint(code: string, caller: Caller): Promise<string | null> {
    return remember(this.qrPoints, code, ASK_AGAIN_MS, async () => {
      const { qrPoint } = await askSubgraph<{ qrPoint: { area: { code: string } } | null }>(
        this.config.GRIDS_URL,
        QR_POINT,
        { code },
        caller,
      );
      return qrPoint?.area.code ?? null;
    });
  }

  private loadCounty(countyCode: string, caller: Caller) {
    const areas = askSubgraph<{ areaDirectory: AreaName[] }>(
      this.config.GRIDS_URL,
      AREAS,
      { county: countyCode },
      caller,
    ).then(({ areaDirectory }) => countyAreas(areaDirectory));
    const entry = { loadedAt: Date.now(), areas };
    this.counties.set(countyCode, entry);
    areas.catch(() => this.counties.delete(countyCode));
    return entry;
  }
}

function countyAreas(areas: AreaName[]): CountyAreas {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  // A county's own name says nothing about where in it a matter is.
  const places = placeMatcher(areas.filter(({ code }) => code.length > 6));
  const below = (code: string): string[] => [...names.keys()].filter((one) => one.length > code.length && one.startsWith(code));
  return { has: (code) => names.has(code), nameOf: (code) => names.get(code) ?? null, below, places };
}

/** Remembers what is there; that something is missing only briefly, and a failure not at all. */
function remember<T extends boolean | string | KnownUnit | null>(
  known: LRUCache<string, Promise<T>>,
  key: string,
  missingMs: number,
  load: () => Promise<T>,
): Promise<T> {
  const remembered = known.get(key);
  if (remembered) return remembered;
  const loading = load();
  known.set(key, loading);
  loading.then(
    (value) => !value && known.set(key, loading, { ttl: missingMs }),
    () => known.delete(key),
  );
  return loading;
}
