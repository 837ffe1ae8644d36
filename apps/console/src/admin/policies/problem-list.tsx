import { Alert } from 'antd';
import { useSayProblem, type RuleProblem } from './problem-words.js';
import { usePolicyWords } from './words.js';

/** Each thing that keeps a version from being published; choosing one leads to it. */
export function ProblemList({ problems, onChoose }: { problems: readonly RuleProblem[]; onChoose?(problem: RuleProblem): void }) {
  const t = usePolicyWords();
  const say = useSayProblem();
  if (problems.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="kit-alert policy-problems"
      title={t('problems', { n: problems.length })}
      description={
        <ul>
          {problems.map((problem) => (
            <li key={problem.field + problem.expected}>
              {onChoose ? <button type="button" onClick={() => onChoose(problem)}>{say(problem)}</button> : say(problem)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
