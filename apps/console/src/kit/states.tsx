import type { ReactNode } from 'react';
import { Button, Empty, Result, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { formProblem, type FormProblem } from './problem.js';
import type { Pages } from './use-pages.js';
import './kit.css';

export function Failed({ problem, onRetry }: { problem: FormProblem; onRetry(): void }) {
  const { t } = useTranslation();
  return <Result status="warning" className="kit-failed" title={problem.message || t('noNetwork')} extra={<Button onClick={onRetry}>{t('retry')}</Button>} />;
}

export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return <Empty className="kit-nothing" image={Empty.PRESENTED_IMAGE_SIMPLE} description={<><b>{title}</b>{children && <><br />{children}</>}</>} />;
}

interface ListStates<T> {
  pages: Pages<T>;
  empty: ReactNode;
  children(items: readonly T[]): ReactNode;
}

/** A list in each of its states: on its way, refused, empty, there, with more behind it. */
export function ListStates<T>({ pages, empty, children }: ListStates<T>) {
  const { t } = useTranslation();
  const { items, problem, isBusy, hasMore } = pages;
  if (items === null) return problem ? <Failed problem={problem} onRetry={pages.again} /> : <Skeleton active className="kit-waiting" paragraph={{ rows: 6 }} />;
  return (
    <div aria-busy={isBusy}>
      {items.length === 0 ? empty : children(items)}
      {problem && <Failed problem={problem} onRetry={items.length === 0 ? pages.again : pages.more} />}
      {hasMore && !problem && <Button block type="text" className="kit-more" loading={isBusy} onClick={pages.more}>{t('more')}</Button>}
    </div>
  );
}

interface AnswerStates<D> {
  answer: { data?: D | null; error?: CombinedError };
  onRetry(): void;
  children(data: D): ReactNode;
}

/** One answer in each of its states. What was read before stays while it is read again; what is refused whole has null for its data. */
export function AnswerStates<D>({ answer: { data, error }, onRetry, children }: AnswerStates<D>) {
  if (data != null) return children(data);
  return error ? <Failed problem={formProblem(error)} onRetry={onRetry} /> : <Skeleton active className="kit-waiting" paragraph={{ rows: 6 }} />;
}
