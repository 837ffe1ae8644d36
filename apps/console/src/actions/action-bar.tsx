import type { ActionCase, ActionTask } from './act.types.js';
import { ActionButtons } from './action-buttons.js';
import { ownActs } from './actions.js';

interface Bar {
  task: ActionTask & { case?: ActionCase | null };
  action: string | null;
  onAction(action: string | null): void;
  onChange(): void;
}

/** What can be done with a task, as the service says. */
export function ActionBar({ task, action, onAction, onChange }: Bar) {
  return (
    <div className="actions">
      <ActionButtons names={ownActs(task.actions)} about={{ task, one: task.case }} subject={task.id} action={action} hasMain onAction={onAction} onChange={onChange} />
    </div>
  );
}
