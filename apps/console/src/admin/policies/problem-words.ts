import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { CASE_CLASSES, PATHS, POSITION_ROLES, TIERS } from '@yiwang/domain/paths';
import { ownHalf } from '../../kit/problem.js';
import { language } from '../../words/index.js';
import { placeOfRule } from './rules-form.js';
import { usePolicyWords } from './words.js';

export interface RuleProblem {
  field: string;
  expected: string;
}

const has = (words: readonly string[], word: string): boolean => words.includes(word);

/** A refusal's line `field: 应为 / expected`, taken apart again. */
export function problemFrom(line: string): RuleProblem {
  const at = line.indexOf(': ');
  return { field: line.slice(0, at), expected: line.slice(at + 2) };
}

/** What a check found, as a clerk reads it: which rule of which path, and what should stand there; beside the rule itself only the latter. */
export function useSayProblem(): (problem: RuleProblem, isAtItsPlace?: boolean) => string {
  const t = usePolicyWords();
  const { t: shared } = useTranslation();
  return useCallback(
    ({ field, expected }, isAtItsPlace = false) => {
      const { path, rule } = placeOfRule(field);
      const named = t(`rule.${rule}`, { defaultValue: rule });
      const place = path ? `${shared(`path.${path}`)} · ${named}` : named;
      const inWords = (word: string): string => {
        if (has(PATHS, word)) return shared(`path.${word}`);
        if (has(CASE_CLASSES, word)) return t(`caseClass.${word}`);
        if (has(POSITION_ROLES, word)) return shared(`role.${word}`);
        if (has(TIERS, word)) return t(`tier.${word}`);
        if (word === 'samePath' || word === 'up') return t(`nextRound.${word}`);
        return word === 'half' || word === 'yellow' ? t(`rule.marks.${word}`) : word;
      };
      const own = ownHalf(expected);
      const said = language() === 'zh' ? own.replace(/[A-Za-z]+/g, inWords) : own;
      return isAtItsPlace ? said : t('shouldBe', { place, expected: said });
    },
    [t, shared],
  );
}
