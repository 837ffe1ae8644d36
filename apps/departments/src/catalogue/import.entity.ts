import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

export const CATALOGUE_KINDS = ['categories', 'powers'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** One version of a county's category tree or list of powers, and what it changed. */
@Entity({ name: 'catalogue_import' })
@Unique('catalogue_import_county_code_kind_version_key', ['countyCode', 'kind', 'version'])
export class CatalogueImportEntity {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text' })
  kind: CatalogueKind;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  /** SHA-256 of the file. */
  @Column({ type: 'text', name: 'file_hash' })
  fileHash: string;

  @Column({ type: 'int' })
  rows: number;

  @Column({ type: 'int' })
  added: number;

  @Column({ type: 'int' })
  changed: number;

  @Column({ type: 'int' })
  closed: number;

  @Column({ type: 'int' })
  refused: number;

  @Column({ type: 'text', name: 'imported_by' })
  importedBy: string;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;
}
