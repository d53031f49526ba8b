import SerializerSelector from '@fastify/fast-json-stringify-compiler';

/** Builds what writes an answer when the first such answer is sent: all at once are a quarter of the time in which the server starts. */
export function lateSerializers(): SerializerSelector.SerializerFactory {
  const open = SerializerSelector();
  return (externalSchemas, options) => {
    const build = open(externalSchemas, options);
    return (route) => {
      let serialize: SerializerSelector.Serializer | undefined;
      return (answer) => {
        serialize ??= build(route);
        return serialize(answer);
      };
    };
  };
}
