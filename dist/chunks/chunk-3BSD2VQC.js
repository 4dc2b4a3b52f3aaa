import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  add,
  ceilDiv,
  floorDiv,
  isUnknown,
  keyOf,
  max,
  maxPower,
  min,
  mod,
  mul,
  power,
  symbol,
  symbolKey,
  unknown
} from "./chunk-XNNL2VAW.js";

// src/problem.ts
var table = {
  // usage/*: the person at the command line or in the workflow file
  "usage/bad-option": {
    severity: "fatal",
    message: "{option}: {reason}.",
    help: "Run `flopgate {command} --help` for the options and their forms."
  },
  "usage/unknown-command": {
    severity: "fatal",
    message: "`{command}` is not a command{suggestion}.",
    help: "Commands: {known}. `flopgate --help` says what they do."
  },
  "usage/unknown-option": {
    severity: "fatal",
    message: "`flopgate {command}` has no option `{option}`{suggestion}.",
    help: "Its options: {known}."
  },
  "usage/operands": {
    severity: "fatal",
    message: "`flopgate {command}` takes {expected}; {found} given.",
    help: "Usage: {usage}"
  },
  "usage/unknown-convention": {
    severity: "fatal",
    message: "`{convention}` is not a counting convention{suggestion}.",
    help: "The conventions: {available}. docs/conventions.md says what each counts."
  },
  "usage/convention-mismatch": {
    severity: "fatal",
    message: "The saved profile was counted as {found}; {wanted} is asked for.",
    help: "Numbers of two conventions cannot be compared. Give --as {found}, or count the model again with --as {wanted}."
  },
  "usage/no-rule": {
    severity: "fatal",
    message: "No entry of {config} matches `{path}`: there is no budget to judge it by.",
    help: "Run from the root of the repository, so that the path is the one the patterns name, or add an entry."
  },
  "usage/repository-budgets": {
    severity: "notice",
    message: "The {count} budgets of {config} for the repository as a whole are not judged: two files are not a repository.",
    help: "Run `flopgate check` to judge them."
  },
  "usage/exists": {
    severity: "fatal",
    message: "{files} exists already; nothing was written.",
    help: "Edit it by hand, or give --force to replace it."
  },
  "usage/format-unavailable": {
    severity: "fatal",
    message: "There is no report format `{format}`.",
    help: "Use one of: {formats}."
  },
  "usage/event": {
    severity: "fatal",
    message: "The event `{event}` does not say which commits to compare: {reason}.",
    help: "Give the inputs `base` and `head`, or run on pull_request, push, merge_group or workflow_dispatch."
  },
  "usage/input": {
    severity: "fatal",
    message: "The input `{input}` is `{value}`; it must be {expected}.",
    help: "Correct it under `with:` in the workflow."
  },
  "usage/unknown-input": {
    severity: "fatal",
    message: "A shape is given for the input `{input}`, which the model does not have.",
    help: "Its inputs are: {inputs}."
  },
  "usage/input-rank": {
    severity: "fatal",
    message: "The shape given for the input `{input}`, {given}, has {found} axes; the file declares {declared}, which has {expected}.",
    help: "Give as many extents as the input has axes: --input {input}=\u2026"
  },
  "usage/saved-profile": {
    severity: "warning",
    message: "This saved profile was not measured with {ignored}, and stays as it is.",
    help: "Count the model itself with these shapes, or leave them out."
  },
  "usage/unused-bind": {
    severity: "notice",
    message: "No dimension of this model is called `{symbol}`. Its symbols: {symbols}.",
    help: "Check the spelling; a symbol that nothing binds stays one."
  },
  // read/*: a file, a revision, a permission
  "read/missing": {
    severity: "fatal",
    message: "{what} does not exist.",
    help: "Check the path; relative paths start at the current folder."
  },
  "write/failed": {
    severity: "fatal",
    message: "{path} cannot be written: {reason}.",
    help: "Check that the folder exists and that you may write there."
  },
  "read/git-missing": {
    severity: "fatal",
    message: "git cannot be used here: {reason}.",
    help: "Flopgate reads revisions with git 2.31 or newer; install it, or put it on the PATH of the job."
  },
  "read/git-failed": {
    severity: "fatal",
    message: "git could not {task}: {reason}.",
    help: "Check that the repository is reachable and that the token may read it (`contents: read`)."
  },
  "read/over-rest": {
    severity: "notice",
    message: "The files came over the forge\u2019s REST interface: {reason}",
    help: "The verdict is the same. git is faster and has no limit of size: install 2.31 or newer where the job runs."
  },
  "read/not-a-repository": {
    severity: "fatal",
    message: "{directory} is not in a git repository.",
    help: "Run it inside a clone, or name one with --repo."
  },
  "read/revision": {
    severity: "fatal",
    message: "The {side} revision `{revision}` cannot be found: {reason}.",
    help: "Check the name. In a shallow clone fetch it first (`git fetch --depth=1 origin REV`), or give the action a token that may read it."
  },
  "read/staged": {
    severity: "fatal",
    message: "What is staged cannot be read: {reason}.",
    help: "Run `git status`: a conflict must be resolved and staged before anything can be committed."
  },
  "read/no-base": {
    severity: "notice",
    message: "There is no base to compare with: {reason}.",
    help: "Every model is measured as new: absolute budgets apply, growth has nothing to be measured from."
  },
  "read/base-changed": {
    severity: "notice",
    message: "The base is not the one the event names: {reason}.",
    help: "Nothing to do; the comparison below says which commits were used."
  },
  "read/no-test-merge": {
    severity: "notice",
    message: "There is no test merge of #{number} to judge: {reason}.",
    help: "The head itself is compared with where it left the base branch."
  },
  "read/pull-request": {
    severity: "fatal",
    message: "The pull request that {head} belongs to cannot be found: {reason}.",
    help: "Give the job `permissions: pull-requests: read`, or `write` for the comment."
  },
  "read/object-missing": {
    severity: "fatal",
    message: "`{path}` at {revision} cannot be read: its content ({oid}) is neither in the clone nor to be had from the remote{reason}.",
    help: "In a partial clone fetch it first; in a workflow check that the token may read the repository (`contents: read`)."
  },
  "read/lfs-content": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes that were not fetched{reason}.",
    help: "Check out with `lfs: true`, or run `git lfs fetch origin {revision}` in the clone."
  },
  "read/lfs-missing": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes that the server does not have: {reason}.",
    help: "Push the content from a clone that has it: `git lfs push --all origin`. For a fork of a fork, push it to this repository."
  },
  "read/lfs-denied": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes that may not be downloaded: {reason}.",
    help: "Give the job a token that may read the repository (`contents: read`), and check that Git LFS is switched on there."
  },
  "read/lfs-quota": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes, and the owner\u2019s Git LFS quota is used up: {reason}.",
    help: "Raise the Git LFS budget in the owner\u2019s billing settings, or wait until it begins anew. A checkout with `lfs: true` that is cached by oid needs no download."
  },
  "read/lfs-expired": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes whose link expired, and so did a new one: {reason}.",
    help: "The clocks of the forge and its storage may disagree. Run the job again; if it stays so, check out with `lfs: true`."
  },
  "read/lfs-conflicted": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer in which a merge left its conflict marks.",
    help: "Choose one side (`git checkout --ours` or `--theirs`, then `git add`) and commit the pointer again."
  },
  "read/lfs-extension": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer whose content went through the extension {extensions}.",
    help: "An extension is a program of the repository, and those are never run. Store the model without it."
  },
  "read/lfs-too-big": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes, too many to download: {reason}.",
    help: "Check out with `lfs: true`: what is in the clone is read from there, whatever its size."
  },
  "read/lfs-corrupt": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes, and the server has something else: {reason}.",
    help: "Push the content again from a clone that has it, or commit a pointer that is right (`git lfs fsck --pointers`)."
  },
  "read/lfs-unsafe": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes that lie where Flopgate will not go: {reason}.",
    help: "Only https is followed, and no address inside a private network but the forge\u2019s own. Check out with `lfs: true` instead."
  },
  "read/lfs-failed": {
    severity: "fatal",
    message: "`{path}` at {revision} is a Git LFS pointer to {size} bytes that could not be downloaded: {reason}.",
    help: "Run the job again later. If it stays so, check out with `lfs: true`, which uses git-lfs itself."
  },
  "read/not-a-file": {
    severity: "fatal",
    message: "`{path}` at {revision} is a {kind}, which is never followed.",
    help: "Commit the file itself at this path. A link may lead to a model that the patterns cover too; anything else needs patterns that leave it out."
  },
  "read/no-model": {
    severity: "fatal",
    message: "No model matches `{pattern}`, one of the patterns in the input `models`.",
    help: "Correct the pattern, or remove it: it finds nothing at the base or the head."
  },
  "read/left-budgets": {
    severity: "fatal",
    message: "`{from}` has budgets and now lives at `{to}`, which no pattern covers.",
    help: "Cover the new place by a pattern in a change of its own before the model moves, or take its budgets away in one."
  },
  "read/left-patterns": {
    severity: "warning",
    message: "`{from}` now lives at `{to}`, which no pattern covers: it is no longer measured.",
    help: "Add a pattern for the new place if the model should stay under its budgets."
  },
  "read/may-have-left": {
    severity: "warning",
    message: "`{from}` is removed, and `{to}`, which no pattern covers, comes with the same change.",
    help: "If it is the same model it is no longer measured: add a pattern for the new place."
  },
  "read/rename-unclear": {
    severity: "notice",
    message: "`{to}` is new, and may be a version of {from}, which went in the same change: several models are as likely.",
    help: "They are listed as removed and added. Rename in a change of its own to see what was edited."
  },
  "read/renames-not-sought": {
    severity: "notice",
    message: "{count} models came or went in this change: which of them are others renamed and edited was not looked for, for they are more than {most}.",
    help: "They are listed as removed and added. Rename in a change of its own to see what was edited."
  },
  "read/too-slow": {
    severity: "fatal",
    message: "`{path}` was not measured within {seconds} seconds.",
    help: "A model made to be slow ends here. If it is a real one, please report it with the file."
  },
  "read/too-big": {
    severity: "fatal",
    message: "`{path}` cannot be measured in {mebibytes} MiB of memory.",
    help: "Use a runner with more memory, or share the models out over several jobs (`flopgate plan`)."
  },
  "read/part": {
    severity: "fatal",
    message: "{path} is no part that Flopgate {version} wrote, or it was cut short.",
    help: "Give the files that the jobs of this same run wrote, with the same version of Flopgate."
  },
  "read/part-missing": {
    severity: "fatal",
    message: "`{path}` was measured by no part.",
    help: "Its job failed or its file was not brought here; or the jobs saw other commits than this one. Run all jobs again."
  },
  "read/thread-ended": {
    severity: "fatal",
    message: "The thread that measured `{path}` ended by itself, with code {code}.",
    help: "Run again. If it ends again, please report it with the file."
  },
  // config/*: the file of budgets
  "config/missing": {
    severity: "notice",
    message: "There is no `{path}` at {revision}, so there are no budgets: every model found is compared, nothing is limited.",
    help: "Run `flopgate init` and commit the file; on a pull request the copy at the base commit counts."
  },
  "config/named-missing": {
    severity: "fatal",
    message: "There is no `{path}` at {revision}, though it is named as the configuration.",
    help: "Correct the input `config`, or commit the file."
  },
  "config/elsewhere": {
    severity: "warning",
    message: "`{found}` looks like a configuration, but the one that is read is `{path}`.",
    help: "Move it there, or name it in the input `config`."
  },
  "config/edited": {
    severity: "warning",
    message: "This change edits `{path}`. It is judged by the copy at the base commit; the new one counts after the merge.",
    help: "Review the edited budgets with the same care as the models."
  },
  "config/breaks": {
    severity: "fatal",
    message: "With this change `{path}` would be wrong for every change after it: {reason}.",
    help: "Correct it here. After the merge this copy is the one that counts, and a wrong one closes the gate."
  },
  "config/repaired": {
    severity: "warning",
    message: "This change mends `{path}`, which is wrong at the base: {reason}. It changes no other file that could be a model, so it is judged by the copy it brings.",
    help: "Review its budgets with the same care as the models: nothing holds them against those that were meant."
  },
  "config/repair-alone": {
    severity: "fatal",
    message: "`{path}` is wrong at the base: {reason}. This change mends it, and changes `{other}` too, for which no budgets would hold.",
    help: "Mend the configuration in a change of its own. One that changes nothing else, or workflows only, may pass."
  },
  "config/added": {
    severity: "notice",
    message: "This change adds `{path}`. Its budgets count after the merge.",
    help: "Run `flopgate check --config {path}` to see today how the models stand under it."
  },
  "config/override": {
    severity: "notice",
    message: "What is exceeded can be accepted: somebody with write access sets the label `{label}` on the pull request, for this very commit. Only the action reads it.",
    help: 'See "Accepting an excess" in docs/budgets.md.'
  },
  "config/override-refused": {
    severity: "warning",
    message: "The label `{label}` on the pull request accepts nothing here: {reason}. {advice}.",
    help: 'See "Accepting an excess" in docs/budgets.md.'
  },
  "read/empty-folders": {
    severity: "fatal",
    message: "Neither folder holds a model: nothing in {head} is called as the patterns say.",
    help: "Check the folders, and that models lie below them by the paths of the configuration (`**/*.onnx` without one)."
  },
  "usage/folder-and-file": {
    severity: "fatal",
    message: "{folder} is a folder, and {other} is not.",
    help: "Compare two files, or two folders: the models of both are paired by their paths below them."
  },
  "read/special": {
    severity: "fatal",
    message: "`{path}` is {what}, not a regular file.",
    help: "Give the path of a model file; what is no regular file is never opened."
  },
  "read/permission": {
    severity: "fatal",
    message: "`{path}` may not be read by this user.",
    help: "Change its permissions, or run as a user who may read it."
  },
  "read/failed": {
    severity: "fatal",
    message: "`{path}` could not be read: {reason}.",
    help: "The disk, the network mount or the path is at fault; see the reason."
  },
  "read/changed": {
    severity: "fatal",
    message: "`{path}` became shorter while it was read.",
    help: "Something is writing to the file. Wait for it, and run again."
  },
  // format/*: whoever made the file
  "format/unrecognized": {
    severity: "fatal",
    message: "This is not a model file Flopgate can read: {reason}.",
    help: "Flopgate reads ONNX (.onnx). If the file is a Git LFS pointer, fetch its content first."
  },
  "format/profile": {
    severity: "fatal",
    message: "This is not a profile Flopgate can read: {where} is {found}; {expected} expected.",
    help: "Write it again with `flopgate count MODEL --format json`."
  },
  "format/saved-problem": {
    severity: "notice",
    message: "{message}",
    help: "The saved profile names this problem with the code `{code}`, which this version of Flopgate does not have."
  },
  "format/damaged": {
    severity: "fatal",
    message: "The file is damaged at byte {offset}: {reason}.",
    help: "Export or download the model again; the copy is truncated or corrupt."
  },
  "format/empty": {
    severity: "fatal",
    message: "The file is empty.",
    help: "The export or the download failed; make the file again."
  },
  "format/lfs-pointer": {
    severity: "fatal",
    message: "This is a Git LFS pointer, not the model: its content ({size} bytes) was not fetched.",
    help: "Run `git lfs pull`, or set `lfs: true` at the checkout step."
  },
  "format/foreign": {
    severity: "fatal",
    message: "This is {what}, not an ONNX model.",
    help: "{hint}."
  },
  "format/no-graph": {
    severity: "fatal",
    message: "The ONNX file holds no graph.",
    help: "Export the model again; a model without a graph cannot be run or counted."
  },
  "format/limit": {
    severity: "fatal",
    message: "The file holds more than {limit} {what}.",
    help: "No model known to us comes near this limit, which keeps a hostile file from exhausting memory. If yours is real, please report it."
  },
  "format/impossible": {
    severity: "fatal",
    message: "{what}: {reason}.",
    help: "The file contradicts itself, so no number from it could be trusted. Export the model again."
  },
  "format/newer": {
    severity: "notice",
    message: "The file has IR version {found}; Flopgate knows ONNX up to {known}.",
    help: "Parts of the file that are newer than that are not seen. Update Flopgate, or export with an older version."
  },
  "format/no-opset": {
    severity: "warning",
    message: "The file does not say which version of the operator set it uses; version 1 is taken.",
    help: "Export the model again; without `opset_import` the meaning of its operators is unknown."
  },
  "format/opset-zero": {
    severity: "warning",
    message: "The file uses version {version} of the operator set {domain}; the first there was is 1.",
    help: "Its operators have no meaning Flopgate could know, and are counted as unknown. Export the model again."
  },
  "format/no-data": {
    severity: "notice",
    message: "{count} stored tensors say their shape but hold no data, such as `{tensor}`.",
    help: "They are counted by their shape. The file was stripped, or its export is incomplete."
  },
  "format/external-location": {
    severity: "notice",
    message: "{count} tensors place their data outside the folder of the model, such as `{tensor}` at `{location}`.",
    help: "Flopgate counts without opening external data; a runtime may refuse this file."
  },
  "format/external-length": {
    severity: "warning",
    message: "`{tensor}` needs {expected} bytes by its shape, but declares {found} bytes of external data.",
    help: "The shape is used. Export the model again."
  },
  "format/duplicate-tensor": {
    severity: "warning",
    message: "Stored tensors whose name is taken in their graph: {count} (`{tensor}`); the last of each name is used.",
    help: "Names of stored tensors must be unique in a graph. Export the model again."
  },
  // model/*: whoever made the network
  "model/cycle": {
    severity: "fatal",
    message: "The graph is not acyclic: {path}.",
    help: "ONNX graphs have no cycles; export the model again."
  },
  "model/dangling": {
    severity: "warning",
    message: "`{node}` reads `{tensor}`, which nothing in the file defines.",
    help: "What depends on it is unknown. Export the model again."
  },
  "model/duplicate": {
    severity: "warning",
    message: "`{tensor}` is defined {count} times in one graph; each reader takes the last definition before it.",
    help: "A name stands for one tensor. The others may count as dead. Export the model again."
  },
  "model/weight-inputs": {
    severity: "notice",
    message: "Inputs that serve as weights: {count} ({names}). Their elements, {elements} in all, are not stored in the file and in no count of parameters.",
    help: "Export the model with its weights (export_params) to have them counted."
  },
  "model/attribute-weights": {
    severity: "notice",
    message: "{operators} hold their numbers in attributes: {numbers} in all, which are in no count of parameters or bytes.",
    help: "Counts of parameters are of weight tensors. Set a budget on `flops`, which trees and linear models grow with."
  },
  "model/function": {
    severity: "warning",
    message: "`{node}`: {reason}.",
    help: "Its outputs and costs are unknown. Inline the functions of the model, or export it again."
  },
  // operator/* and shape/*: what the analysis could not know
  "operator/unknown": {
    severity: "warning",
    message: "{operator} is not an operator Flopgate knows ({count} in this model); its outputs and costs are unknown.",
    help: "The totals say what is missing. Set a budget on `coverage` to fail on it, or report the operator to Flopgate."
  },
  "operator/newer": {
    severity: "notice",
    message: "{operator} is used at operator set {version}, newer than Flopgate has read; it is taken to mean what it meant before.",
    help: "Update Flopgate when a newer version is there."
  },
  "operator/convention": {
    severity: "notice",
    message: "{numbers} as {title} counts them ({version}), {accuracy}. {why}",
    help: "docs/conventions.md says what each convention counts. Without --as Flopgate counts as docs/counting.md says."
  },
  "operator/branch": {
    severity: "notice",
    message: "`{node}` runs one of two branches: {counted} is counted, {spared} is not.",
    help: "Costs at run time are those of the branch with more MACs; parameters are those of both."
  },
  "operator/branches-more": {
    severity: "notice",
    message: "{count} further nodes run one of two branches; of each the one with more MACs is counted.",
    help: "The layers that are not counted are marked. Costs at run time are those of the branch with more MACs; parameters are those of both."
  },
  "operator/branches": {
    severity: "warning",
    message: "`{node}` runs one of two branches, and which costs more cannot be told; both are counted.",
    help: "The totals are an upper bound. Bind the symbols that decide, with --input or --bind."
  },
  "operator/trips": {
    severity: "notice",
    message: "`{node}` runs its body as often as the data decides; the count is the symbol `{symbol}`.",
    help: "Give it a number with --bind {symbol}=N."
  },
  "operator/length": {
    severity: "notice",
    message: "The data decides the value of `{symbol}`, a length that costs depend on; it is a symbol.",
    help: "Give it a number with --bind {symbol}=N."
  },
  "shape/assumed": {
    severity: "notice",
    message: "Broadcasting takes `{left}` and `{right}` to be equal, or one of them to be 1 (operators: {count}, such as `{node}`).",
    help: "Where they differ, the model does not run. Give shapes that agree, with --input or --bind, to count without the assumption."
  },
  "shape/assumed-elements": {
    severity: "notice",
    message: "Reshape takes `{left}` elements and `{right}` to be as many (operators: {count}, such as `{node}`).",
    help: "Where they differ, the model does not run. Give shapes that agree, with --input or --bind, to count without the assumption."
  },
  "shape/assumptions-elements": {
    severity: "notice",
    message: "Reshape takes {count} further pairs of numbers of elements to be as many.",
    help: "Give shapes with --input or --bind to count without assumptions."
  },
  "shape/assumptions": {
    severity: "notice",
    message: "Broadcasting takes {count} further pairs of extents to be equal, or one of them to be 1.",
    help: "Give shapes that agree, with --input or --bind, to count without these assumptions."
  },
  "shape/mismatch": {
    severity: "warning",
    message: "`{tensor}` is declared {declared} in the file, but inference gives {inferred}.",
    help: "The inferred shape is used. Re-export the model, or bind its inputs with --input."
  },
  "shape/mismatches": {
    severity: "warning",
    message: "{count} further tensors are declared otherwise in the file than inference gives.",
    help: "The inferred shapes are used. Re-export the model, or bind its inputs with --input."
  },
  "shape/declared": {
    severity: "notice",
    message: "Shapes that the file declares but inference cannot know: {count} (`{tensor}` is {declared}); they stay unknown.",
    help: "Declared shapes are compared, never trusted."
  },
  "shape/reshaped": {
    severity: "notice",
    message: "The input `{input}` is declared {declared} and is given as {given}; the model is measured as given.",
    help: "Constants in the file may still hold the declared extents. Shapes the file declares are not compared."
  },
  "shape/conflict": {
    severity: "warning",
    message: "Axis {axis} of `{input}` is given as {given}, but `{symbol}` is {bound} elsewhere.",
    help: "Each input keeps the shape it was given. Give extents that agree."
  },
  "shape/invalids": {
    severity: "warning",
    message: "{count} further nodes could not be inferred.",
    help: "Their outputs and costs are unknown; each layer says why. Check the shapes given for the inputs."
  },
  "shape/invalid": {
    severity: "warning",
    message: "{operator}: {reason}.",
    help: "The outputs of this node are unknown. Check what the node is given: the shapes of its inputs, its attributes, the operator set."
  },
  // publish/*: where the report goes; never touches the verdict
  "publish/denied": {
    severity: "warning",
    message: "The comment could not be {task}: the forge answered {status} ({reason}).",
    help: "Give the job `permissions: pull-requests: write`. On a pull request from a fork the token is read-only: the report is in the job summary."
  },
  "publish/failed": {
    severity: "warning",
    message: "The comment could not be {task}: {reason}.",
    help: "The report is in the job summary and in the report file; the verdict is not affected."
  },
  // budget/*: whoever wrote the configuration
  "budget/syntax": {
    severity: "fatal",
    message: "The configuration is not valid YAML: {reason}.",
    help: "Correct the line. Anchors, aliases, tags and merge keys are not used in this file."
  },
  "budget/unknown-key": {
    severity: "fatal",
    message: "`{key}` is not a key of {where}{suggestion}.",
    help: "Known here: {known}."
  },
  "budget/unknown-metric": {
    severity: "fatal",
    message: "`{metric}` is not a metric a budget {where} can limit{suggestion}.",
    help: "Metrics here: {known}."
  },
  "budget/bad-value": {
    severity: "fatal",
    message: "`{key}` is {found}; it must be {expected}.",
    help: "See docs/budgets.md for every key and its forms."
  },
  "budget/bad-amount": {
    severity: "fatal",
    message: "`{key}` is {found}: {reason}.",
    help: "Write {expected}."
  },
  "budget/bad-pattern": {
    severity: "fatal",
    message: "`{key}` is not a pattern Flopgate can use: {reason}.",
    help: "`*` stands for part of a name, `**` for any number of them, `?` for one character, `[a-z]` for one of a set, braces for a choice of words; a backslash takes away the meaning."
  },
  "budget/no-model": {
    severity: "fatal",
    message: "No model matches `{pattern}`: its budgets guard nothing.",
    help: "Correct the pattern, or remove the entry. A change that does only that may pass."
  },
  "budget/no-layer": {
    severity: "fatal",
    message: "No layer of {model} matches `{pattern}`: its budgets guard nothing.",
    help: "Correct the pattern. `flopgate count` lists the modules, layer names and operators a pattern can match."
  },
  // report/*: a report given to `flopgate render`
  "report/unreadable": {
    severity: "fatal",
    message: "This is not a flopgate.report/1 document: {reason}.",
    help: "Give the JSON that `flopgate check --format json` or `flopgate diff --format json` printed."
  }
};
function isProblemCode(text) {
  return Object.hasOwn(table, text);
}
function problem(code, facts, at) {
  const row = table[code];
  return {
    code,
    severity: row.severity,
    message: fill(row.message, facts),
    help: fill(row.help, facts),
    ...at !== void 0 && { at }
  };
}
var FlopgateError = class extends Error {
  name = "FlopgateError";
  problem;
  constructor(problem2, options) {
    super(problem2.message, options);
    this.problem = problem2;
  }
};
function fail(code, facts, at, options) {
  throw new FlopgateError(problem(code, facts, at), options);
}
function unreachable(value) {
  throw new Error(`unreachable: ${String(value)}`);
}
function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(facts[name] ?? whole));
}

// src/model/dim-text.ts
function formatDim(d) {
  if (typeof d === "bigint") return d.toString();
  if (isUnknown(d)) return "?";
  const before = written.get(d);
  if (before !== void 0) return before;
  const text = formatPoly(d);
  written.set(d, text);
  return text;
}
var written = /* @__PURE__ */ new WeakMap();
function formatPoly(d) {
  const terms = [...d.terms].sort((x, y) => degree(y) - degree(x) || (x.key < y.key ? -1 : 1));
  return terms.map((t, i) => {
    const { negative, magnitude, factors } = writtenTerm(t);
    const parts = factors === "" || magnitude !== 1n ? [magnitude.toString(), factors] : [factors];
    const body = parts.filter((part) => part !== "").join("*");
    return i === 0 ? negative ? `-${body}` : body : ` ${negative ? "-" : "+"} ${body}`;
  }).join("");
}
function writtenTerm({ coefficient, factors }) {
  let negative = coefficient < 0n;
  const parts = factors.map(({ atom, power: power2 }) => {
    const least = minimumOf(atom);
    if (least !== void 0 && power2 % 2 === 1) negative = !negative;
    const written2 = least ?? formatAtom(atom);
    return power2 === 1 ? written2 : `${written2}^${power2}`;
  });
  return { negative, magnitude: coefficient < 0n ? -coefficient : coefficient, factors: parts.join("*") };
}
function minimumOf(atom) {
  if (atom.kind !== "max") return void 0;
  const isNegative = (d) => typeof d === "bigint" ? d <= 0n : !isUnknown(d) && d.terms.every((t) => t.coefficient < 0n);
  if (!atom.operands.every(isNegative)) return void 0;
  return `min(${atom.operands.map((d) => formatDim(mul(d, -1n))).join(", ")})`;
}
function formatShape(shape) {
  return isUnknown(shape) ? "[?\u2026]" : `[${shape.map(formatDim).join(", ")}]`;
}
function parseDim(text) {
  if (text.length > longest) return void 0;
  const tokens = text.match(/\s*(`[^`]+`|[A-Za-z_][\w.]*|\d+|\/\/|\*\*|[-+*/^(),%])/gy);
  if (tokens === null || tokens.join("").length !== text.trimEnd().length) return void 0;
  const parser = new DimParser(tokens.map((t) => t.trim()));
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotAnExpression) return void 0;
    throw error;
  }
}
function dimToJson(d) {
  if (typeof d !== "bigint") return isUnknown(d) ? null : formatDim(d);
  const n = Number(d);
  return Number.isSafeInteger(n) ? n : d.toString();
}
function dimFromJson(json) {
  if (json === null) return unknown("the document says it is unknown");
  if (typeof json === "string") return parseDim(json);
  return Number.isSafeInteger(json) ? BigInt(json) : void 0;
}
function degree(t) {
  return t.factors.reduce((n, f) => n + f.power, 0);
}
function formatAtom(atom) {
  if (atom.kind === "symbol") return symbolKey(atom.name);
  if (atom.kind === "max") return `max(${atom.operands.map(formatDim).join(", ")})`;
  return `floor(${grouped(atom.numerator)}/${grouped(atom.denominator)})`;
}
function grouped(d) {
  const text = formatDim(d);
  return /^(\d+|[A-Za-z_][\w.]*|`[^`]*`)$/.test(text) ? text : `(${text})`;
}
var NotAnExpression = class extends Error {
};
var longest = 8e3;
var deepest = 100;
var DimParser = class {
  at = 0;
  depth = 0;
  tokens;
  constructor(tokens) {
    this.tokens = tokens;
  }
  whole() {
    const d = integer(this.sum());
    if (this.at < this.tokens.length) throw new NotAnExpression();
    return d;
  }
  take(...wanted) {
    const token = this.tokens[this.at];
    if (token === void 0 || !wanted.includes(token)) return void 0;
    this.at++;
    return token;
  }
  expect(token) {
    if (this.take(token) === void 0) throw new NotAnExpression();
  }
  sum() {
    let left = this.take("-") === void 0 ? this.term() : plus({ over: 0n, under: 1n }, this.term(), -1n);
    for (let op = this.take("+", "-"); op !== void 0; op = this.take("+", "-"))
      left = plus(left, this.term(), op === "+" ? 1n : -1n);
    return left;
  }
  term() {
    let left = this.power();
    for (let op = this.take("*", "/", "//", "%"); op !== void 0; op = this.take("*", "/", "//", "%")) {
      const right = this.power();
      if (op === "*") left = { over: mul(left.over, right.over), under: mul(left.under, right.under) };
      else if (op === "/") left = over(left, integer(right));
      else left = { over: (op === "//" ? floorDiv : mod)(integer(left), integer(right)), under: 1n };
    }
    return left;
  }
  power() {
    const base = this.atom();
    if (this.take("^", "**") === void 0) return base;
    const exponent = integer(this.atom());
    if (typeof exponent !== "bigint" || exponent < 0n || exponent > maxPower) throw new NotAnExpression();
    return { over: power(integer(base), Number(exponent)), under: 1n };
  }
  atom() {
    if (this.take("(") !== void 0) {
      const inside = this.inside();
      this.expect(")");
      return inside;
    }
    const token = this.tokens[this.at++] ?? "";
    if (/^\d+$/.test(token)) return { over: BigInt(token), under: 1n };
    if (token.startsWith("`")) return { over: symbol(token.slice(1, -1)), under: 1n };
    if (!/^[A-Za-z_]/.test(token)) throw new NotAnExpression();
    if (this.take("(") === void 0) return { over: symbol(token), under: 1n };
    return { over: this.call(token.toLowerCase()), under: 1n };
  }
  inside() {
    if (++this.depth > deepest) throw new NotAnExpression();
    const ratio = this.sum();
    this.depth--;
    return ratio;
  }
  call(name) {
    const args = [this.inside()];
    while (this.take(",") !== void 0) args.push(this.inside());
    this.expect(")");
    const [only] = args;
    if (name === "floor" && args.length === 1 && only !== void 0) return floorDiv(only.over, only.under);
    if (name === "ceil" && args.length === 1 && only !== void 0) return ceilDiv(only.over, only.under);
    if (name === "max") return args.map((r) => integer(r)).reduce(max);
    if (name === "min") return args.map((r) => integer(r)).reduce(min);
    throw new NotAnExpression();
  }
};
function plus(a, b, sign) {
  if (keyOf(a.under) === keyOf(b.under)) return { over: add(a.over, mul(b.over, sign)), under: a.under };
  return {
    over: add(mul(a.over, b.under), mul(mul(b.over, a.under), sign)),
    under: mul(a.under, b.under)
  };
}
function over(a, divisor) {
  if (divisor === 0n || isUnknown(divisor)) throw new NotAnExpression();
  if (typeof divisor === "bigint" && divisor < 0n) return { over: mul(a.over, -1n), under: mul(a.under, -divisor) };
  return { over: a.over, under: mul(a.under, divisor) };
}
function integer(r) {
  return exactly(r.over, r.under);
}
function exactly(a, b) {
  if (b === 1n) return a;
  if (isUnknown(a) || isUnknown(b) || mod(a, b) !== 0n) throw new NotAnExpression();
  return floorDiv(a, b);
}

export {
  isProblemCode,
  problem,
  FlopgateError,
  fail,
  unreachable,
  formatDim,
  writtenTerm,
  formatShape,
  parseDim,
  dimToJson,
  dimFromJson
};
