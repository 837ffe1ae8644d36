import { no, YES, type Decided } from './decisions.js';
import { isFinal } from './stages.js';
import type { CaseKind, CaseMode, Stage } from './vocabulary.js';

/** What must be known of a case to say whether neighbours may see that it is being worked on (公开). */
export interface Publishable {
  stage: Stage;
  kind: CaseKind;
  mode: CaseMode | null;
  /** A complaint about a person or a unit, or one whose reporter is kept from everybody. */
  isAboutSomebody: boolean;
  /** Handled with another one of the same event, which is the one to be seen. */
  isMerged: boolean;
}

/** Between people, about an offence, or one person's question: nobody else's business. */
const PRIVATE_KINDS: readonly CaseKind[] = ['report', 'dispute', 'consultation'];

const closed = (reason: string): Decided => no('NOT_FOR_THE_PUBLIC', { reason });

/** Whether a case may be seen by neighbours: a common matter under way, in which nobody is complained about. */
export function mayBePublic({ stage, kind, mode, isAboutSomebody, isMerged }: Publishable): Decided {
  if (isFinal(stage)) return no('CASE_CLOSED');
  if (isAboutSomebody) return closed('投诉特定人员或单位 / a complaint about somebody');
  if (PRIVATE_KINDS.includes(kind)) return closed('举报、纠纷、咨询不公开 / reports of offences, disputes and questions are private');
  if (mode === 'coordination') return closed('个人的事 / one person’s own matter');
  return isMerged ? closed('已并案，请公开主案件 / merged: publish the leading case') : YES;
}
