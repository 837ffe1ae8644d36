export interface Project {
  name: string;
  folder: string;
  type: string;
  scope: string;
}
export function readProjects(root: string): Project[];
