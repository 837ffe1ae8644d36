const keyOf = (taskId: string, action: string): string => `yiwang.draft.${taskId}.${action}`;

/** What somebody began to write and did not send; it outlives a closed browser on this machine. */
export function readDraft(taskId: string, action: string): Record<string, unknown> {
  try {
    return JSON.parse(localStorage.getItem(keyOf(taskId, action)) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const keepDraft = (taskId: string, action: string, values: Record<string, unknown>): void =>
  localStorage.setItem(keyOf(taskId, action), JSON.stringify(values));

export const dropDraft = (taskId: string, action: string): void => localStorage.removeItem(keyOf(taskId, action));
