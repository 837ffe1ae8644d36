interface Named {
  name: string;
}

interface Addressed {
  area: Named;
  /** Where only people of a unit may take it. */
  unit?: Named | null;
  holder?: Named | null;
}

/** With whom a task lies: its unit, since a county has many of them; its area where it lies with no unit. */
export const whoseOf = ({ area, unit }: Addressed): string => unit?.name ?? area.name;

/** Who holds a task, with their unit where it has one; undefined where nobody does. */
export const holderOf = (task: Addressed | undefined): string | undefined => (task?.holder ? [task.holder.name, task.unit?.name].filter(Boolean).join(' · ') : undefined);
