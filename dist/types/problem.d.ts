/**
 * Every error, warning and notice Flopgate can utter. The thrower supplies the facts, this table the words: what is
 * wrong, why, and what to do. Codes are grouped by who can act on them.
 */
export type Severity = 'fatal' | 'warning' | 'notice';
export interface Place {
    readonly file?: string;
    /** Byte offset in the file. */
    readonly offset?: number;
    /** 1-based, in a text file. */
    readonly line?: number;
    readonly column?: number;
    /** Dotted key in a configuration file. */
    readonly key?: string;
    /** Name of the node, or `#index` when it has none. */
    readonly node?: string;
}
export interface Problem {
    readonly code: ProblemCode;
    readonly severity: Severity;
    readonly message: string;
    readonly help: string;
    readonly at?: Place;
    readonly url?: string;
}
export interface Wording {
    readonly severity: Severity;
    readonly message: string;
    readonly help: string;
}
/** `{name}` in a sentence is replaced by the fact of that name. Keep rows sorted by group, and each row's facts plain. */
declare const table: {
    readonly 'usage/bad-option': {
        readonly severity: 'fatal';
        readonly message: '{option}: {reason}.';
        readonly help: 'Run `flopgate {command} --help` for the options and their forms.';
    };
    readonly 'usage/unknown-command': {
        readonly severity: 'fatal';
        readonly message: '`{command}` is not a command{suggestion}.';
        readonly help: 'Commands: {known}. `flopgate --help` says what they do.';
    };
    readonly 'usage/unknown-option': {
        readonly severity: 'fatal';
        readonly message: '`flopgate {command}` has no option `{option}`{suggestion}.';
        readonly help: 'Its options: {known}.';
    };
    readonly 'usage/operands': {
        readonly severity: 'fatal';
        readonly message: '`flopgate {command}` takes {expected}; {found} given.';
        readonly help: 'Usage: {usage}';
    };
    readonly 'usage/unknown-convention': {
        readonly severity: 'fatal';
        readonly message: '`{convention}` is not a counting convention{suggestion}.';
        readonly help: 'The conventions: {available}. docs/conventions.md says what each counts.';
    };
    readonly 'usage/convention-mismatch': {
        readonly severity: 'fatal';
        readonly message: 'The saved profile was counted as {found}; {wanted} is asked for.';
        readonly help: 'Numbers of two conventions cannot be compared. Give --as {found}, or count the model again with --as {wanted}.';
    };
    readonly 'usage/no-rule': {
        readonly severity: 'fatal';
        readonly message: 'No entry of {config} matches `{path}`: there is no budget to judge it by.';
        readonly help: 'Run from the root of the repository, so that the path is the one the patterns name, or add an entry.';
    };
    readonly 'usage/repository-budgets': {
        readonly severity: 'notice';
        readonly message: 'The {count} budgets of {config} for the repository as a whole are not judged: two files are not a repository.';
        readonly help: 'Run `flopgate check` to judge them.';
    };
    readonly 'usage/exists': {
        readonly severity: 'fatal';
        readonly message: '{files} exists already; nothing was written.';
        readonly help: 'Edit it by hand, or give --force to replace it.';
    };
    readonly 'usage/format-unavailable': {
        readonly severity: 'fatal';
        readonly message: 'There is no report format `{format}`.';
        readonly help: 'Use one of: {formats}.';
    };
    readonly 'usage/event': {
        readonly severity: 'fatal';
        readonly message: 'The event `{event}` does not say which commits to compare: {reason}.';
        readonly help: 'Give the inputs `base` and `head`, or run on pull_request, push, merge_group or workflow_dispatch.';
    };
    readonly 'usage/input': {
        readonly severity: 'fatal';
        readonly message: 'The input `{input}` is `{value}`; it must be {expected}.';
        readonly help: 'Correct it under `with:` in the workflow.';
    };
    readonly 'usage/unknown-input': {
        readonly severity: 'fatal';
        readonly message: 'A shape is given for the input `{input}`, which the model does not have.';
        readonly help: 'Its inputs are: {inputs}.';
    };
    readonly 'usage/input-rank': {
        readonly severity: 'fatal';
        readonly message: 'The shape given for the input `{input}`, {given}, has {found} axes; the file declares {declared}, which has {expected}.';
        readonly help: 'Give as many extents as the input has axes: --input {input}=…';
    };
    readonly 'usage/saved-profile': {
        readonly severity: 'warning';
        readonly message: 'This saved profile was not measured with {ignored}, and stays as it is.';
        readonly help: 'Count the model itself with these shapes, or leave them out.';
    };
    readonly 'usage/unused-bind': {
        readonly severity: 'notice';
        readonly message: 'No dimension of this model is called `{symbol}`. Its symbols: {symbols}.';
        readonly help: 'Check the spelling; a symbol that nothing binds stays one.';
    };
    readonly 'read/missing': {
        readonly severity: 'fatal';
        readonly message: '{what} does not exist.';
        readonly help: 'Check the path; relative paths start at the current folder.';
    };
    readonly 'write/failed': {
        readonly severity: 'fatal';
        readonly message: '{path} cannot be written: {reason}.';
        readonly help: 'Check that the folder exists and that you may write there.';
    };
    readonly 'read/git-missing': {
        readonly severity: 'fatal';
        readonly message: 'git cannot be used here: {reason}.';
        readonly help: 'Flopgate reads revisions with git 2.31 or newer; install it, or put it on the PATH of the job.';
    };
    readonly 'read/git-failed': {
        readonly severity: 'fatal';
        readonly message: 'git could not {task}: {reason}.';
        readonly help: 'Check that the repository is reachable and that the token may read it (`contents: read`).';
    };
    readonly 'read/over-rest': {
        readonly severity: 'notice';
        readonly message: 'The files came over the forge’s REST interface: {reason}';
        readonly help: 'The verdict is the same. git is faster and has no limit of size: install 2.31 or newer where the job runs.';
    };
    readonly 'read/not-a-repository': {
        readonly severity: 'fatal';
        readonly message: '{directory} is not in a git repository.';
        readonly help: 'Run it inside a clone, or name one with --repo.';
    };
    readonly 'read/revision': {
        readonly severity: 'fatal';
        readonly message: 'The {side} revision `{revision}` cannot be found: {reason}.';
        readonly help: 'Check the name. In a shallow clone fetch it first (`git fetch --depth=1 origin REV`), or give the action a token that may read it.';
    };
    readonly 'read/staged': {
        readonly severity: 'fatal';
        readonly message: 'What is staged cannot be read: {reason}.';
        readonly help: 'Run `git status`: a conflict must be resolved and staged before anything can be committed.';
    };
    readonly 'read/no-base': {
        readonly severity: 'notice';
        readonly message: 'There is no base to compare with: {reason}.';
        readonly help: 'Every model is measured as new: absolute budgets apply, growth has nothing to be measured from.';
    };
    readonly 'read/base-changed': {
        readonly severity: 'notice';
        readonly message: 'The base is not the one the event names: {reason}.';
        readonly help: 'Nothing to do; the comparison below says which commits were used.';
    };
    readonly 'read/no-test-merge': {
        readonly severity: 'notice';
        readonly message: 'There is no test merge of #{number} to judge: {reason}.';
        readonly help: 'The head itself is compared with where it left the base branch.';
    };
    readonly 'read/pull-request': {
        readonly severity: 'fatal';
        readonly message: 'The pull request that {head} belongs to cannot be found: {reason}.';
        readonly help: 'Give the job `permissions: pull-requests: read`, or `write` for the comment.';
    };
    readonly 'read/object-missing': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} cannot be read: its content ({oid}) is neither in the clone nor to be had from the remote{reason}.';
        readonly help: 'In a partial clone fetch it first; in a workflow check that the token may read the repository (`contents: read`).';
    };
    readonly 'read/lfs-content': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes that were not fetched{reason}.';
        readonly help: 'Check out with `lfs: true`, or run `git lfs fetch origin {revision}` in the clone.';
    };
    readonly 'read/lfs-missing': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes that the server does not have: {reason}.';
        readonly help: 'Push the content from a clone that has it: `git lfs push --all origin`. For a fork of a fork, push it to this repository.';
    };
    readonly 'read/lfs-denied': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes that may not be downloaded: {reason}.';
        readonly help: 'Give the job a token that may read the repository (`contents: read`), and check that Git LFS is switched on there.';
    };
    readonly 'read/lfs-quota': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes, and the owner’s Git LFS quota is used up: {reason}.';
        readonly help: 'Raise the Git LFS budget in the owner’s billing settings, or wait until it begins anew. A checkout with `lfs: true` that is cached by oid needs no download.';
    };
    readonly 'read/lfs-expired': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes whose link expired, and so did a new one: {reason}.';
        readonly help: 'The clocks of the forge and its storage may disagree. Run the job again; if it stays so, check out with `lfs: true`.';
    };
    readonly 'read/lfs-conflicted': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer in which a merge left its conflict marks.';
        readonly help: 'Choose one side (`git checkout --ours` or `--theirs`, then `git add`) and commit the pointer again.';
    };
    readonly 'read/lfs-extension': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer whose content went through the extension {extensions}.';
        readonly help: 'An extension is a program of the repository, and those are never run. Store the model without it.';
    };
    readonly 'read/lfs-too-big': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes, too many to download: {reason}.';
        readonly help: 'Check out with `lfs: true`: what is in the clone is read from there, whatever its size.';
    };
    readonly 'read/lfs-corrupt': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes, and the server has something else: {reason}.';
        readonly help: 'Push the content again from a clone that has it, or commit a pointer that is right (`git lfs fsck --pointers`).';
    };
    readonly 'read/lfs-unsafe': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes that lie where Flopgate will not go: {reason}.';
        readonly help: 'Only https is followed, and no address inside a private network but the forge’s own. Check out with `lfs: true` instead.';
    };
    readonly 'read/lfs-failed': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a Git LFS pointer to {size} bytes that could not be downloaded: {reason}.';
        readonly help: 'Run the job again later. If it stays so, check out with `lfs: true`, which uses git-lfs itself.';
    };
    readonly 'read/not-a-file': {
        readonly severity: 'fatal';
        readonly message: '`{path}` at {revision} is a {kind}, which is never followed.';
        readonly help: 'Commit the file itself at this path. A link may lead to a model that the patterns cover too; anything else needs patterns that leave it out.';
    };
    readonly 'read/no-model': {
        readonly severity: 'fatal';
        readonly message: 'No model matches `{pattern}`, one of the patterns in the input `models`.';
        readonly help: 'Correct the pattern, or remove it: it finds nothing at the base or the head.';
    };
    readonly 'read/left-budgets': {
        readonly severity: 'fatal';
        readonly message: '`{from}` has budgets and now lives at `{to}`, which no pattern covers.';
        readonly help: 'Cover the new place by a pattern in a change of its own before the model moves, or take its budgets away in one.';
    };
    readonly 'read/left-patterns': {
        readonly severity: 'warning';
        readonly message: '`{from}` now lives at `{to}`, which no pattern covers: it is no longer measured.';
        readonly help: 'Add a pattern for the new place if the model should stay under its budgets.';
    };
    readonly 'read/may-have-left': {
        readonly severity: 'warning';
        readonly message: '`{from}` is removed, and `{to}`, which no pattern covers, comes with the same change.';
        readonly help: 'If it is the same model it is no longer measured: add a pattern for the new place.';
    };
    readonly 'read/rename-unclear': {
        readonly severity: 'notice';
        readonly message: '`{to}` is new, and may be a version of {from}, which went in the same change: several models are as likely.';
        readonly help: 'They are listed as removed and added. Rename in a change of its own to see what was edited.';
    };
    readonly 'read/renames-not-sought': {
        readonly severity: 'notice';
        readonly message: '{count} models came or went in this change: which of them are others renamed and edited was not looked for, for they are more than {most}.';
        readonly help: 'They are listed as removed and added. Rename in a change of its own to see what was edited.';
    };
    readonly 'read/too-slow': {
        readonly severity: 'fatal';
        readonly message: '`{path}` was not measured within {seconds} seconds.';
        readonly help: 'A model made to be slow ends here. If it is a real one, please report it with the file.';
    };
    readonly 'read/too-big': {
        readonly severity: 'fatal';
        readonly message: '`{path}` cannot be measured in {mebibytes} MiB of memory.';
        readonly help: 'Use a runner with more memory, or share the models out over several jobs (`flopgate plan`).';
    };
    readonly 'read/part': {
        readonly severity: 'fatal';
        readonly message: '{path} is no part that Flopgate {version} wrote, or it was cut short.';
        readonly help: 'Give the files that the jobs of this same run wrote, with the same version of Flopgate.';
    };
    readonly 'read/part-missing': {
        readonly severity: 'fatal';
        readonly message: '`{path}` was measured by no part.';
        readonly help: 'Its job failed or its file was not brought here; or the jobs saw other commits than this one. Run all jobs again.';
    };
    readonly 'read/thread-ended': {
        readonly severity: 'fatal';
        readonly message: 'The thread that measured `{path}` ended by itself, with code {code}.';
        readonly help: 'Run again. If it ends again, please report it with the file.';
    };
    readonly 'config/missing': {
        readonly severity: 'notice';
        readonly message: 'There is no `{path}` at {revision}, so there are no budgets: every model found is compared, nothing is limited.';
        readonly help: 'Run `flopgate init` and commit the file; on a pull request the copy at the base commit counts.';
    };
    readonly 'config/named-missing': {
        readonly severity: 'fatal';
        readonly message: 'There is no `{path}` at {revision}, though it is named as the configuration.';
        readonly help: 'Correct the input `config`, or commit the file.';
    };
    readonly 'config/elsewhere': {
        readonly severity: 'warning';
        readonly message: '`{found}` looks like a configuration, but the one that is read is `{path}`.';
        readonly help: 'Move it there, or name it in the input `config`.';
    };
    readonly 'config/edited': {
        readonly severity: 'warning';
        readonly message: 'This change edits `{path}`. It is judged by the copy at the base commit; the new one counts after the merge.';
        readonly help: 'Review the edited budgets with the same care as the models.';
    };
    readonly 'config/breaks': {
        readonly severity: 'fatal';
        readonly message: 'With this change `{path}` would be wrong for every change after it: {reason}.';
        readonly help: 'Correct it here. After the merge this copy is the one that counts, and a wrong one closes the gate.';
    };
    readonly 'config/repaired': {
        readonly severity: 'warning';
        readonly message: 'This change mends `{path}`, which is wrong at the base: {reason}. It changes no other file that could be a model, so it is judged by the copy it brings.';
        readonly help: 'Review its budgets with the same care as the models: nothing holds them against those that were meant.';
    };
    readonly 'config/repair-alone': {
        readonly severity: 'fatal';
        readonly message: '`{path}` is wrong at the base: {reason}. This change mends it, and changes `{other}` too, for which no budgets would hold.';
        readonly help: 'Mend the configuration in a change of its own. One that changes nothing else, or workflows only, may pass.';
    };
    readonly 'config/added': {
        readonly severity: 'notice';
        readonly message: 'This change adds `{path}`. Its budgets count after the merge.';
        readonly help: 'Run `flopgate check --config {path}` to see today how the models stand under it.';
    };
    readonly 'config/override': {
        readonly severity: 'notice';
        readonly message: 'What is exceeded can be accepted: somebody with write access sets the label `{label}` on the pull request, for this very commit. Only the action reads it.';
        readonly help: 'See "Accepting an excess" in docs/budgets.md.';
    };
    readonly 'config/override-refused': {
        readonly severity: 'warning';
        readonly message: 'The label `{label}` on the pull request accepts nothing here: {reason}. {advice}.';
        readonly help: 'See "Accepting an excess" in docs/budgets.md.';
    };
    readonly 'read/empty-folders': {
        readonly severity: 'fatal';
        readonly message: 'Neither folder holds a model: nothing in {head} is called as the patterns say.';
        readonly help: 'Check the folders, and that models lie below them by the paths of the configuration (`**/*.onnx` without one).';
    };
    readonly 'usage/folder-and-file': {
        readonly severity: 'fatal';
        readonly message: '{folder} is a folder, and {other} is not.';
        readonly help: 'Compare two files, or two folders: the models of both are paired by their paths below them.';
    };
    readonly 'read/special': {
        readonly severity: 'fatal';
        readonly message: '`{path}` is {what}, not a regular file.';
        readonly help: 'Give the path of a model file; what is no regular file is never opened.';
    };
    readonly 'read/permission': {
        readonly severity: 'fatal';
        readonly message: '`{path}` may not be read by this user.';
        readonly help: 'Change its permissions, or run as a user who may read it.';
    };
    readonly 'read/failed': {
        readonly severity: 'fatal';
        readonly message: '`{path}` could not be read: {reason}.';
        readonly help: 'The disk, the network mount or the path is at fault; see the reason.';
    };
    readonly 'read/changed': {
        readonly severity: 'fatal';
        readonly message: '`{path}` became shorter while it was read.';
        readonly help: 'Something is writing to the file. Wait for it, and run again.';
    };
    readonly 'format/unrecognized': {
        readonly severity: 'fatal';
        readonly message: 'This is not a model file Flopgate can read: {reason}.';
        readonly help: 'Flopgate reads ONNX (.onnx). If the file is a Git LFS pointer, fetch its content first.';
    };
    readonly 'format/profile': {
        readonly severity: 'fatal';
        readonly message: 'This is not a profile Flopgate can read: {where} is {found}; {expected} expected.';
        readonly help: 'Write it again with `flopgate count MODEL --format json`.';
    };
    readonly 'format/saved-problem': {
        readonly severity: 'notice';
        readonly message: '{message}';
        readonly help: 'The saved profile names this problem with the code `{code}`, which this version of Flopgate does not have.';
    };
    readonly 'format/damaged': {
        readonly severity: 'fatal';
        readonly message: 'The file is damaged at byte {offset}: {reason}.';
        readonly help: 'Export or download the model again; the copy is truncated or corrupt.';
    };
    readonly 'format/empty': {
        readonly severity: 'fatal';
        readonly message: 'The file is empty.';
        readonly help: 'The export or the download failed; make the file again.';
    };
    readonly 'format/lfs-pointer': {
        readonly severity: 'fatal';
        readonly message: 'This is a Git LFS pointer, not the model: its content ({size} bytes) was not fetched.';
        readonly help: 'Run `git lfs pull`, or set `lfs: true` at the checkout step.';
    };
    readonly 'format/foreign': {
        readonly severity: 'fatal';
        readonly message: 'This is {what}, not an ONNX model.';
        readonly help: '{hint}.';
    };
    readonly 'format/no-graph': {
        readonly severity: 'fatal';
        readonly message: 'The ONNX file holds no graph.';
        readonly help: 'Export the model again; a model without a graph cannot be run or counted.';
    };
    readonly 'format/limit': {
        readonly severity: 'fatal';
        readonly message: 'The file holds more than {limit} {what}.';
        readonly help: 'No model known to us comes near this limit, which keeps a hostile file from exhausting memory. If yours is real, please report it.';
    };
    readonly 'format/impossible': {
        readonly severity: 'fatal';
        readonly message: '{what}: {reason}.';
        readonly help: 'The file contradicts itself, so no number from it could be trusted. Export the model again.';
    };
    readonly 'format/newer': {
        readonly severity: 'notice';
        readonly message: 'The file has IR version {found}; Flopgate knows ONNX up to {known}.';
        readonly help: 'Parts of the file that are newer than that are not seen. Update Flopgate, or export with an older version.';
    };
    readonly 'format/no-opset': {
        readonly severity: 'warning';
        readonly message: 'The file does not say which version of the operator set it uses; version 1 is taken.';
        readonly help: 'Export the model again; without `opset_import` the meaning of its operators is unknown.';
    };
    readonly 'format/opset-zero': {
        readonly severity: 'warning';
        readonly message: 'The file uses version {version} of the operator set {domain}; the first there was is 1.';
        readonly help: 'Its operators have no meaning Flopgate could know, and are counted as unknown. Export the model again.';
    };
    readonly 'format/no-data': {
        readonly severity: 'notice';
        readonly message: '{count} stored tensors say their shape but hold no data, such as `{tensor}`.';
        readonly help: 'They are counted by their shape. The file was stripped, or its export is incomplete.';
    };
    readonly 'format/external-location': {
        readonly severity: 'notice';
        readonly message: '{count} tensors place their data outside the folder of the model, such as `{tensor}` at `{location}`.';
        readonly help: 'Flopgate counts without opening external data; a runtime may refuse this file.';
    };
    readonly 'format/external-length': {
        readonly severity: 'warning';
        readonly message: '`{tensor}` needs {expected} bytes by its shape, but declares {found} bytes of external data.';
        readonly help: 'The shape is used. Export the model again.';
    };
    readonly 'format/duplicate-tensor': {
        readonly severity: 'warning';
        readonly message: 'Stored tensors whose name is taken in their graph: {count} (`{tensor}`); the last of each name is used.';
        readonly help: 'Names of stored tensors must be unique in a graph. Export the model again.';
    };
    readonly 'model/cycle': {
        readonly severity: 'fatal';
        readonly message: 'The graph is not acyclic: {path}.';
        readonly help: 'ONNX graphs have no cycles; export the model again.';
    };
    readonly 'model/dangling': {
        readonly severity: 'warning';
        readonly message: '`{node}` reads `{tensor}`, which nothing in the file defines.';
        readonly help: 'What depends on it is unknown. Export the model again.';
    };
    readonly 'model/duplicate': {
        readonly severity: 'warning';
        readonly message: '`{tensor}` is defined {count} times in one graph; each reader takes the last definition before it.';
        readonly help: 'A name stands for one tensor. The others may count as dead. Export the model again.';
    };
    readonly 'model/weight-inputs': {
        readonly severity: 'notice';
        readonly message: 'Inputs that serve as weights: {count} ({names}). Their elements, {elements} in all, are not stored in the file and in no count of parameters.';
        readonly help: 'Export the model with its weights (export_params) to have them counted.';
    };
    readonly 'model/attribute-weights': {
        readonly severity: 'notice';
        readonly message: '{operators} hold their numbers in attributes: {numbers} in all, which are in no count of parameters or bytes.';
        readonly help: 'Counts of parameters are of weight tensors. Set a budget on `flops`, which trees and linear models grow with.';
    };
    readonly 'model/function': {
        readonly severity: 'warning';
        readonly message: '`{node}`: {reason}.';
        readonly help: 'Its outputs and costs are unknown. Inline the functions of the model, or export it again.';
    };
    readonly 'operator/unknown': {
        readonly severity: 'warning';
        readonly message: '{operator} is not an operator Flopgate knows ({count} in this model); its outputs and costs are unknown.';
        readonly help: 'The totals say what is missing. Set a budget on `coverage` to fail on it, or report the operator to Flopgate.';
    };
    readonly 'operator/newer': {
        readonly severity: 'notice';
        readonly message: '{operator} is used at operator set {version}, newer than Flopgate has read; it is taken to mean what it meant before.';
        readonly help: 'Update Flopgate when a newer version is there.';
    };
    readonly 'operator/convention': {
        readonly severity: 'notice';
        readonly message: '{numbers} as {title} counts them ({version}), {accuracy}. {why}';
        readonly help: 'docs/conventions.md says what each convention counts. Without --as Flopgate counts as docs/counting.md says.';
    };
    readonly 'operator/branch': {
        readonly severity: 'notice';
        readonly message: '`{node}` runs one of two branches: {counted} is counted, {spared} is not.';
        readonly help: 'Costs at run time are those of the branch with more MACs; parameters are those of both.';
    };
    readonly 'operator/branches-more': {
        readonly severity: 'notice';
        readonly message: '{count} further nodes run one of two branches; of each the one with more MACs is counted.';
        readonly help: 'The layers that are not counted are marked. Costs at run time are those of the branch with more MACs; parameters are those of both.';
    };
    readonly 'operator/branches': {
        readonly severity: 'warning';
        readonly message: '`{node}` runs one of two branches, and which costs more cannot be told; both are counted.';
        readonly help: 'The totals are an upper bound. Bind the symbols that decide, with --input or --bind.';
    };
    readonly 'operator/trips': {
        readonly severity: 'notice';
        readonly message: '`{node}` runs its body as often as the data decides; the count is the symbol `{symbol}`.';
        readonly help: 'Give it a number with --bind {symbol}=N.';
    };
    readonly 'operator/length': {
        readonly severity: 'notice';
        readonly message: 'The data decides the value of `{symbol}`, a length that costs depend on; it is a symbol.';
        readonly help: 'Give it a number with --bind {symbol}=N.';
    };
    readonly 'shape/assumed': {
        readonly severity: 'notice';
        readonly message: 'Broadcasting takes `{left}` and `{right}` to be equal, or one of them to be 1 (operators: {count}, such as `{node}`).';
        readonly help: 'Where they differ, the model does not run. Give shapes that agree, with --input or --bind, to count without the assumption.';
    };
    readonly 'shape/assumed-elements': {
        readonly severity: 'notice';
        readonly message: 'Reshape takes `{left}` elements and `{right}` to be as many (operators: {count}, such as `{node}`).';
        readonly help: 'Where they differ, the model does not run. Give shapes that agree, with --input or --bind, to count without the assumption.';
    };
    readonly 'shape/assumptions-elements': {
        readonly severity: 'notice';
        readonly message: 'Reshape takes {count} further pairs of numbers of elements to be as many.';
        readonly help: 'Give shapes with --input or --bind to count without assumptions.';
    };
    readonly 'shape/assumptions': {
        readonly severity: 'notice';
        readonly message: 'Broadcasting takes {count} further pairs of extents to be equal, or one of them to be 1.';
        readonly help: 'Give shapes that agree, with --input or --bind, to count without these assumptions.';
    };
    readonly 'shape/mismatch': {
        readonly severity: 'warning';
        readonly message: '`{tensor}` is declared {declared} in the file, but inference gives {inferred}.';
        readonly help: 'The inferred shape is used. Re-export the model, or bind its inputs with --input.';
    };
    readonly 'shape/mismatches': {
        readonly severity: 'warning';
        readonly message: '{count} further tensors are declared otherwise in the file than inference gives.';
        readonly help: 'The inferred shapes are used. Re-export the model, or bind its inputs with --input.';
    };
    readonly 'shape/declared': {
        readonly severity: 'notice';
        readonly message: 'Shapes that the file declares but inference cannot know: {count} (`{tensor}` is {declared}); they stay unknown.';
        readonly help: 'Declared shapes are compared, never trusted.';
    };
    readonly 'shape/reshaped': {
        readonly severity: 'notice';
        readonly message: 'The input `{input}` is declared {declared} and is given as {given}; the model is measured as given.';
        readonly help: 'Constants in the file may still hold the declared extents. Shapes the file declares are not compared.';
    };
    readonly 'shape/conflict': {
        readonly severity: 'warning';
        readonly message: 'Axis {axis} of `{input}` is given as {given}, but `{symbol}` is {bound} elsewhere.';
        readonly help: 'Each input keeps the shape it was given. Give extents that agree.';
    };
    readonly 'shape/invalids': {
        readonly severity: 'warning';
        readonly message: '{count} further nodes could not be inferred.';
        readonly help: 'Their outputs and costs are unknown; each layer says why. Check the shapes given for the inputs.';
    };
    readonly 'shape/invalid': {
        readonly severity: 'warning';
        readonly message: '{operator}: {reason}.';
        readonly help: 'The outputs of this node are unknown. Check what the node is given: the shapes of its inputs, its attributes, the operator set.';
    };
    readonly 'publish/denied': {
        readonly severity: 'warning';
        readonly message: 'The comment could not be {task}: the forge answered {status} ({reason}).';
        readonly help: 'Give the job `permissions: pull-requests: write`. On a pull request from a fork the token is read-only: the report is in the job summary.';
    };
    readonly 'publish/failed': {
        readonly severity: 'warning';
        readonly message: 'The comment could not be {task}: {reason}.';
        readonly help: 'The report is in the job summary and in the report file; the verdict is not affected.';
    };
    readonly 'budget/syntax': {
        readonly severity: 'fatal';
        readonly message: 'The configuration is not valid YAML: {reason}.';
        readonly help: 'Correct the line. Anchors, aliases, tags and merge keys are not used in this file.';
    };
    readonly 'budget/unknown-key': {
        readonly severity: 'fatal';
        readonly message: '`{key}` is not a key of {where}{suggestion}.';
        readonly help: 'Known here: {known}.';
    };
    readonly 'budget/unknown-metric': {
        readonly severity: 'fatal';
        readonly message: '`{metric}` is not a metric a budget {where} can limit{suggestion}.';
        readonly help: 'Metrics here: {known}.';
    };
    readonly 'budget/bad-value': {
        readonly severity: 'fatal';
        readonly message: '`{key}` is {found}; it must be {expected}.';
        readonly help: 'See docs/budgets.md for every key and its forms.';
    };
    readonly 'budget/bad-amount': {
        readonly severity: 'fatal';
        readonly message: '`{key}` is {found}: {reason}.';
        readonly help: 'Write {expected}.';
    };
    readonly 'budget/bad-pattern': {
        readonly severity: 'fatal';
        readonly message: '`{key}` is not a pattern Flopgate can use: {reason}.';
        readonly help: '`*` stands for part of a name, `**` for any number of them, `?` for one character, `[a-z]` for one of a set, braces for a choice of words; a backslash takes away the meaning.';
    };
    readonly 'budget/no-model': {
        readonly severity: 'fatal';
        readonly message: 'No model matches `{pattern}`: its budgets guard nothing.';
        readonly help: 'Correct the pattern, or remove the entry. A change that does only that may pass.';
    };
    readonly 'budget/no-layer': {
        readonly severity: 'fatal';
        readonly message: 'No layer of {model} matches `{pattern}`: its budgets guard nothing.';
        readonly help: 'Correct the pattern. `flopgate count` lists the modules, layer names and operators a pattern can match.';
    };
    readonly 'report/unreadable': {
        readonly severity: 'fatal';
        readonly message: 'This is not a flopgate.report/1 document: {reason}.';
        readonly help: 'Give the JSON that `flopgate check --format json` or `flopgate diff --format json` printed.';
    };
};
export type ProblemCode = keyof typeof table;
/** Every code with its words as they are before facts are put in, for the documents. */
export declare function wordings(): ReadonlyMap<ProblemCode, Wording>;
export declare function isProblemCode(text: string): text is ProblemCode;
type Named<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
/** The facts a code's sentences name. */
export type FactsOf<C extends ProblemCode> = Readonly<Record<Named<(typeof table)[C]['message']> | Named<(typeof table)[C]['help']>, string | number | bigint>>;
export declare function problem<C extends ProblemCode>(code: C, facts: FactsOf<C>, at?: Place): Problem;
/** Thrown to abandon a file or a whole request; caught only in `gate.ts` (a file) and in the two faces (a request). */
export declare class FlopgateError extends Error {
    readonly name = "FlopgateError";
    readonly problem: Problem;
    constructor(problem: Problem, options?: ErrorOptions);
}
/** Abandons the current file or request with one problem. */
export declare function fail<C extends ProblemCode>(code: C, facts: FactsOf<C>, at?: Place, options?: ErrorOptions): never;
/** Ends a switch over a closed union. */
export declare function unreachable(value: never): never;
export {};
