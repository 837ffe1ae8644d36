import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { Today } from '../access/today.js';
import { CatalogueService } from './catalogue.service.js';
import { categoryImporter } from './category-importer.js';
import type { CatalogueKind } from './import.entity.js';
import { ImportFileService, type CatalogueImporter } from './import-file.service.js';
import { CatalogueFileInput, CatalogueImport, CatalogueImportReport, CatalogueKindEnum } from './import.types.js';
import { powerImporter } from './power-importer.js';

@Resolver()
export class ImportsResolver {
  private readonly categories: CatalogueImporter;
  private readonly powers: CatalogueImporter;

  constructor(
    private readonly files: ImportFileService,
    private readonly catalogue: CatalogueService,
    private readonly jurisdiction: Jurisdiction,
    today: Today,
  ) {
    this.categories = categoryImporter(() => today.date());
    this.powers = powerImporter(() => today.date());
  }

  @Query(() => CatalogueImportReport, { description: 'What the file would add, change and close; nothing is changed.' })
  @Allow('administrator', 'countyCentre')
  previewCategories(@Args('input') input: CatalogueFileInput, @CurrentCaller() caller: Caller): Promise<CatalogueImportReport> {
    return this.files.preview(this.categories, input, caller);
  }

  @Query(() => CatalogueImportReport, { description: 'What the file would add, change and close; nothing is changed.' })
  @Allow('administrator', 'countyCentre')
  previewPowers(@Args('input') input: CatalogueFileInput, @CurrentCaller() caller: Caller): Promise<CatalogueImportReport> {
    return this.files.preview(this.powers, input, caller);
  }

  @Mutation(() => CatalogueImportReport, {
    description: 'A county’s category tree; the same file again changes nothing. Rows that are wrong are reported and left out.',
  })
  @Allow('administrator', 'countyCentre')
  importCategories(@Args('input') input: CatalogueFileInput, @CurrentCaller() caller: Caller): Promise<CatalogueImportReport> {
    return this.files.run(this.categories, input, caller);
  }

  @Mutation(() => CatalogueImportReport, {
    description: 'A county’s list of powers; the same file again changes nothing. Rows that are wrong are reported and left out.',
  })
  @Allow('administrator', 'countyCentre')
  importPowers(@Args('input') input: CatalogueFileInput, @CurrentCaller() caller: Caller): Promise<CatalogueImportReport> {
    return this.files.run(this.powers, input, caller);
  }

  @Query(() => [CatalogueImport], { description: 'Versions of a county’s catalogue, the latest first; `after` is the last version of the page before.' })
  @AllowStaff()
  async catalogueImports(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('kind', { type: () => CatalogueKindEnum }) kind: CatalogueKind,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => Int, nullable: true }) after: number | null,
    @CurrentCaller() caller: Caller,
  ): Promise<CatalogueImport[]> {
    const county = countyCodeOf(countyCode);
    await this.jurisdiction.insistOnCounty(caller, 'countyCode', county);
    return this.catalogue.imports(county, kind, first, after ?? null);
  }
}
