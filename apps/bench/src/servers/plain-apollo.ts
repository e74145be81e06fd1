import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import Fastify from 'fastify';
import { Arg, buildSchema, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { figureNames } from '../question.ts';
import { announce } from './listen.ts';
import { openPool, readScoped, type ReadUnit } from './scoped-read.ts';

@ObjectType()
class Figure {
  @Field(() => Int) value!: number;
}

@ObjectType()
class Rollup {}
for (const name of figureNames) Field(() => Figure)(Rollup.prototype, name);

@ObjectType()
class Unit {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
class Units {
  @Field(() => [Unit]) nodes!: Unit[];
}

const pool = openPool();

@Resolver(() => Unit)
class UnitResolver {
  @Query(() => Unit, { nullable: true })
  async unit(@Arg('code', () => String) code: string) {
    return await readScoped(pool, code);
  }

  @FieldResolver(() => Rollup)
  rollup(@Root() unit: ReadUnit, @Arg('period', () => String) _period: string) {
    return unit.rollup;
  }

  @FieldResolver(() => Units)
  children(
    @Root() unit: { children: ReadUnit[] },
    @Arg('first', () => Int) first: number,
    @Arg('asOf', () => String) _asOf: string,
  ) {
    return { nodes: unit.children.slice(0, first) };
  }
}

const apollo = new ApolloServer({ schema: await buildSchema({ resolvers: [UnitResolver], validate: false }) });
await apollo.start();
const app = Fastify();
await app.register(fastifyApollo(apollo));
await app.listen({ host: '127.0.0.1', port: 0 });
announce(app.listeningOrigin);
