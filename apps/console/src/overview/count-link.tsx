import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf, type Where } from './address-of.js';
import { figure } from './words.js';

export interface Counted {
  count: number;
  where: Where;
}

/** A number that opens the cases behind it. */
export function CountLink({ of: { count, where }, label, className, children }: { of: Counted; label?: string; className?: string; children?: ReactNode }) {
  return <Link to={addressOf(where)} className={className} aria-label={label && `${label} ${figure(count)}`}>{children ?? figure(count)}</Link>;
}
