import { useCallback } from 'react';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient, type AnyVariables, type Client, type CombinedError, type TypedDocumentNode } from 'urql';
import { formProblem, type FormProblem } from './problem.js';

export type Outcome<D> = { data: D; problem: null } | { data: null; problem: FormProblem };

/** An answer, or the refusal thrown: for those who show the failed state of a whole list. */
export async function answerOf<D, V extends AnyVariables>(client: Client, document: TypedDocumentNode<D, V>, variables: V): Promise<D> {
  const { data, error } = await client.query(document, variables).toPromise();
  if (error || data === undefined) throw error ?? new Error('no answer');
  return data;
}

/** Does something and gives back what came of it; the caller says what is shown. */
export function useAct() {
  const client = useClient();
  return useCallback(
    async <D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<Outcome<D>> => {
      const { data, error } = await client.mutation(document, variables).toPromise();
      return error || data === undefined ? { data: null, problem: formProblem(error as CombinedError) } : { data, problem: null };
    },
    [client],
  );
}

/** Does something that has no form: its success and its refusal are both said in passing. */
export function useActSaid() {
  const act = useAct();
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useCallback(
    async <D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V, said: string): Promise<D | null> => {
      const { data, problem } = await act(document, variables);
      if (problem) void message.error(problem.message || t('noNetwork'));
      else void message.success(said);
      return data;
    },
    [act, message, t],
  );
}
