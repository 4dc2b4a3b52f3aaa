import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{makeFolderOf,writeText}from"./chunk-SDKRT3MC.js";import{fileSource}from"./chunk-55Y2XHDW.js";import{count}from"./chunk-QK5ABBAS.js";import"./chunk-VWOCODXN.js";import"./chunk-JU4FJHDE.js";import{version}from"./chunk-MBB5CX2V.js";import{FlopgateError,fail}from"./chunk-FWOL2MV5.js";import{isKnown,isUnknown,symbolsOf}from"./chunk-EKMD5OXO.js";import"./chunk-6YRY3X7H.js";import{existsSync,readdirSync}from"node:fs";import{join}from"node:path";var configPath=".github/flopgate.yml",workflowPath=".github/workflows/flopgate.yml",maxEntries=20,maxFolders=2e4,skipped=new Set(["node_modules","build","dist","venv","__pycache__"]);async function runInit(world,args){let root=args.repo??world.cwd,there=[configPath,workflowPath].filter(path=>existsSync(join(root,path)));there.length>0&&!args.force&&fail("usage/exists",{files:there.join(" and ")});let models=findModels(root);for(let[path,text]of[[configPath,configText(root,models)],[workflowPath,workflowText()]])makeFolderOf(join(root,path)),writeText(join(root,path),text),world.stdout.write(`wrote ${path}
`);let found=models.length===0?"no .onnx file was found here":`${models.length} .onnx found`;return world.stdout.write(`
${found}. Edit the budgets, commit both files; \`flopgate check\` judges a branch by them.
`),0}function findModels(root){let found=[],folders=[""];for(let i=0;i<folders.length&&i<maxFolders;i++){let folder=folders[i]??"";for(let entry2 of readdirSync(join(root,folder),{withFileTypes:!0})){let path=folder===""?entry2.name:`${folder}/${entry2.name}`;entry2.isDirectory()&&!entry2.name.startsWith(".")&&!skipped.has(entry2.name)&&folders.push(path),entry2.isFile()&&entry2.name.endsWith(".onnx")&&found.push(path)}}return found.sort()}function configText(root,models){return`# Budgets for the cost of models. Every key and unit: docs/budgets.md of Flopgate.
# On a pull request the copy at the base commit counts.
version: 1
models:
${(models.length>0&&models.length<=maxEntries?models.map(path=>entry(escapeGlob(path),measure(root,path))):[entry("**/*.onnx",null)]).join("")}`}function entry(pattern,profile){let symbols=profile===null?[]:[...new Set(profile.inputs.flatMap(({shape})=>shapeSymbols(shape)))],bind=symbols.length===0?"":`    bind: { ${symbols.map(s=>`${JSON.stringify(s)}: 1`).join(", ")} }
`;return`  - path: ${JSON.stringify(pattern)}
${bind}    budgets:
      macs: { growth: 2 % }${comment(profile,"macs")}
      parameters: { growth: 2 % }${comment(profile,"parameters")}
      peakBytes: { growth: 5 %, level: warn }${comment(profile,"peakBytes")}
`}function comment(profile,metric){let now=profile?.totals[metric];return now===void 0||!isKnown(now)?"":` # now ${now}; an absolute limit is { max: ${now} }`}function shapeSymbols(shape){return isUnknown(shape)?[]:shape.flatMap(extent=>symbolsOf(extent))}function measure(root,path){let source=fileSource(join(root,path));try{return count(source,path,{inputs:new Map,bind:new Map}).profile}catch(error){if(error instanceof FlopgateError)return null;throw error}finally{source.close()}}function escapeGlob(path){return path.replace(/[\\*?[\]{}()!+@]/g,"\\$&")}function workflowText(){return`name: flopgate
on:
  pull_request:
permissions:
  contents: read
  pull-requests: write # for the comment; without it the report is in the job summary
jobs:
  flopgate:
    runs-on: ubuntu-latest
    steps:
      - uses: flopgate/flopgate@v${version.split(".")[0]==="0"?version:version.split(".")[0]}
`}export{findModels,runInit};
