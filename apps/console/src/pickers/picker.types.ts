/** One thing to choose: what is sent, and what is read. */
export interface Choice {
  value: string;
  label: string;
}

/** What every picker takes; `value`, `onChange` and `id` are given by a form's item that stands around it. */
export interface PickerProps {
  id?: string;
  /** A code or id; several where `multiple` is set. */
  value?: string | string[] | null;
  onChange?(value: string | string[] | undefined): void;
  /** What was chosen, with its name. */
  onChoose?(chosen: Choice[]): void;
  multiple?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Instead of the usual invitation to type. */
  placeholder?: string;
  'aria-label'?: string;
}
