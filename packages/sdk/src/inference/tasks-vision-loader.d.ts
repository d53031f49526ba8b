declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  /** Emscripten's factory of the runtime; called by the library. */
  const ModuleFactory: (module: object) => Promise<object>;
  export default ModuleFactory;
}
