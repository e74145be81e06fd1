import { stringifyVariables, type AnyVariables, type UseQueryState } from 'urql';

/** The data that answers these variables; undefined while those of other variables are still there. */
export function answerTo<Data, Variables extends AnyVariables>({ data, operation }: UseQueryState<Data, Variables>, variables: NoInfer<Variables>): Data | undefined {
  return stringifyVariables(operation?.variables) === stringifyVariables(variables) ? data : undefined;
}
