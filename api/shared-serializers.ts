import SerializerSelector from '@fastify/fast-json-stringify-compiler';

type BuildSerializer = SerializerSelector.SerializerFactory;

/**
 * Compiles one serializer for each schema instead of one for each status of each operation: most of them are the
 * problem's. The API is ready in 0.35 s instead of 1.0 s (two cores).
 */
export const buildSharedSerializers: BuildSerializer = (externalSchemas, options) => {
  const compile = SerializerSelector()(externalSchemas, options);
  const compiled = new Map<string, SerializerSelector.Serializer>();
  return (route) => {
    const key = JSON.stringify(route.schema);
    const serialize = compiled.get(key) ?? compile(route);
    compiled.set(key, serialize);
    return serialize;
  };
};
