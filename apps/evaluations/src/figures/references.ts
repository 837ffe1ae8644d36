import { Directive, Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A place of the grids service.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Area {
  @Field(() => ID)
  code: string;
}

@ObjectType({ description: 'A unit of the departments service.' })
@Directive('@key(fields: "code", resolvable: false)')
export class Unit {
  @Field(() => ID)
  code: string;
}
