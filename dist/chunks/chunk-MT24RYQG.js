import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
async function conventionOf({convention}){if(convention==="flopgate")return{};let{conventionNamed}=await import("./conventions-FRC3FMC2.js"),found=conventionNamed(convention);return found===void 0?{}:{convention:found}}export{conventionOf};
