export type Light = 'green' | 'yellow' | 'red';

/** From these shares of an area's open cases on. */
const RED_FROM = 0.1;
const YELLOW_FROM = 0.2;

/** An area's light by its running cases and those of them with a card: red where one in ten is red, yellow where one in five has any card. */
export function lightOf({ running, yellow, red }: { running: number; yellow: number; red: number }): Light {
  if (running === 0) return 'green';
  if (red / running >= RED_FROM) return 'red';
  return (yellow + red) / running >= YELLOW_FROM ? 'yellow' : 'green';
}
