import type { DomainEntity } from './domain.entity.js';

/** Branches of trees that counties keep, by the domain that answers for them. What is missing here belongs to none. */
const ALSO_CALLED: Record<string, string> = {
  农村农业: 'agricultureForestryWater',
  农业农村: 'agricultureForestryWater',
  政法: 'publicSecurity',
  公安: 'publicSecurity',
  教育文体: 'education',
  劳动和社会保障: 'humanResources',
  人社: 'humanResources',
  卫生计生: 'publicHealth',
  卫生健康: 'publicHealth',
  商贸旅游: 'commerce',
  环境保护: 'resourcesEnvironment',
  生态环境: 'resourcesEnvironment',
  国土资源: 'resourcesEnvironment',
  自然资源: 'resourcesEnvironment',
  科技与信息产业: 'science',
  医保: 'healthInsurance',
  消防: 'fireRescue',
  应急: 'emergencyManagement',
};

export type DomainFinder = (written: string) => string | null;

/** Finds a domain's code by its code, its number, its name in either language, or what counties also call it. */
export function domainFinder(domains: readonly Pick<DomainEntity, 'code' | 'number' | 'zh' | 'en'>[]): DomainFinder {
  const codes = new Map(
    domains.flatMap(({ code, number, zh, en }) => [code, String(number), zh, en].map((name) => [name.toLowerCase(), code])),
  );
  return (written) => codes.get(written.trim().toLowerCase()) ?? ALSO_CALLED[written.trim()] ?? null;
}
