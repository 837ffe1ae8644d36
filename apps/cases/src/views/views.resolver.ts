import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AllowStaff, AlsoReadOnly, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import { ViewsService } from './views.service.js';
import { SaveViewInput, SavedView } from './views.types.js';

@Resolver()
export class ViewsResolver {
  constructor(private readonly views: ViewsService) {}

  @Query(() => [SavedView], { description: 'Searches of a page that you keep, and that people of your unit or area share.' })
  @AllowStaff()
  savedViews(@Args('page') page: string, @CurrentCaller() caller: Caller): Promise<SavedView[]> {
    return this.views.ofPage(page, caller);
  }

  @Mutation(() => SavedView, { description: 'Keeps a search of a page.' })
  @AllowStaff()
  @AlsoReadOnly()
  saveView(@Args('input') input: SaveViewInput, @CurrentCaller() caller: Caller): Promise<SavedView> {
    return this.views.save(input, caller);
  }

  @Mutation(() => Boolean, { description: 'Removes a search of yours.' })
  @AllowStaff()
  @AlsoReadOnly()
  removeView(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<boolean> {
    return this.views.remove(id, caller);
  }
}
