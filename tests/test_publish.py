import json
import os
import shutil
import signal
import stat
import sys
import threading

import pytest
from filelock import FileLock

from briefing.errors import NotMadeError, UsageError
from briefing.publish import (
    Unmade,
    find_written,
    fingerprint,
    hold_the_desk,
    note_run,
    note_written,
    read_unmade,
    swap,
    write_beside,
    write_issue,
    write_unmade,
)
from briefing.publish.written import digest

OLD = {"md": b"# Old\n", "json": b'{"old": 1}', "pdf": b"%PDF old"}
NEW = {"md": b"# New\n", "json": b'{"new": 1}'}
STEM = "weekly-2025-02-07"
OURS = (digest(OLD["md"]), digest(NEW["md"]))


def contents(folder):
    return {
        path.suffix[1:]: path.read_bytes()
        for path in folder.iterdir()
        if path.stem == STEM
    }


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "reports" / "weekly" / "2025-02-07"


def test_an_issue_is_written_under_its_name(folder):
    written = write_issue(OLD, folder, STEM)
    assert [path.name for path in written.paths] == [f"{STEM}.{end}" for end in OLD]
    assert contents(folder) == OLD
    assert names(folder.parent) == [folder.name]


def test_an_issue_made_again_takes_the_place_of_the_old_one(folder):
    write_issue(OLD, folder, STEM)
    written = write_issue(NEW, folder, STEM, ours=[digest(OLD["md"])])
    assert contents(folder) == NEW
    assert names(folder.parent) == [folder.name]
    assert [path.name for path in written.gone] == [f"{STEM}.pdf"]
    assert written.kept is None


def test_a_manuscript_corrected_by_hand_is_not_replaced(folder):
    write_issue(OLD, folder, STEM)
    (folder / f"{STEM}.md").write_bytes(b"# Corrected")
    before = contents(folder)
    with pytest.raises(UsageError, match=r"corrected by hand.*--overwrite"):
        write_issue(NEW, folder, STEM, ours=[digest(OLD["md"])])
    assert contents(folder) == before


@pytest.mark.parametrize("files", [NEW, {"html": b"<p>"}])
def test_overwriting_keeps_every_corrected_manuscript(files, folder):
    write_issue(OLD, folder, STEM)
    ours = [digest(OLD["md"]), digest(NEW["md"])]
    for number, words in enumerate((b"# Corrected", b"# Corrected again")):
        (folder / f"{STEM}.md").write_bytes(words)
        written = write_issue(files, folder, STEM, ours=ours, overwrite=True)
        assert written.kept == folder / f"{STEM}.md.bak{number or ''}"
        assert written.kept.read_bytes() == words
    assert (folder / f"{STEM}.md.bak").read_bytes() == b"# Corrected"


def test_a_manuscript_of_unknown_origin_is_kept(folder):
    write_issue(OLD, folder, STEM)
    written = write_issue(NEW, folder, STEM)
    assert written.kept.read_bytes() == OLD["md"]


def test_the_same_manuscript_is_not_kept_twice(folder):
    write_issue(OLD, folder, STEM)
    assert write_issue(OLD, folder, STEM).kept is None
    assert set(names(folder)) == {f"{STEM}.{end}" for end in OLD}


def test_a_desk_knows_what_it_wrote(tmp_path):
    path = tmp_path / "desk" / "reports" / "a.md"
    (tmp_path / "desk").mkdir()
    assert find_written(tmp_path / "desk", path) == frozenset()
    for contents in (b"one", b"two", b"two"):
        note_written(tmp_path / "desk", path, contents)
    with (tmp_path / "desk" / ".briefing" / "written.jsonl").open("a") as file:
        file.write('{"file": "cut sh')
    (tmp_path / "desk").rename(tmp_path / "moved")
    moved = tmp_path / "moved" / "reports" / "a.md"
    assert find_written(tmp_path / "moved", moved) == {digest(b"one"), digest(b"two")}
    assert find_written(tmp_path / "moved", tmp_path / "a.md") == frozenset()


def test_a_desk_that_cannot_be_written_keeps_no_notes(tmp_path):
    (tmp_path / ".briefing").write_text("a file in the way")
    note_written(tmp_path, tmp_path / "a.md", b"one")
    assert find_written(tmp_path, tmp_path / "a.md") == frozenset()


def test_a_fingerprint_changes_with_config_and_files(tmp_path):
    source = tmp_path / "seeds"
    source.mkdir()
    seen = [fingerprint("a", [source])]
    assert fingerprint("a", [source]) == seen[0]
    seen.append(fingerprint("b", [source]))
    (source / "deep").mkdir()
    (source / "deep" / "one.txt").write_text("1")
    seen.append(fingerprint("a", [source]))
    (source / "deep" / "one.txt").write_text("22")
    seen.append(fingerprint("a", [source]))
    os.utime(source / "deep" / "one.txt", (1, 1))
    seen.append(fingerprint("a", [source]))
    (source / "deep" / "one.txt").rename(source / "two.txt")
    seen.append(fingerprint("a", [source]))
    seen.append(fingerprint("a", [source / "two.txt"]))
    seen.append(fingerprint("a", [tmp_path / "nowhere"]))
    assert len(set(seen)) == len(seen)


def test_what_lacks_articles_is_remembered(tmp_path):
    assert read_unmade(tmp_path) == {}
    unmade = {"weekly 2025-02-07": Unmade("abc", "0 of 3 articles")}
    write_unmade(tmp_path, unmade)
    assert read_unmade(tmp_path) == unmade
    (tmp_path / ".briefing" / "unmade.json").write_text('["x"]')
    assert read_unmade(tmp_path) == {}
    shutil.rmtree(tmp_path / ".briefing")
    (tmp_path / ".briefing").write_text("a file in the way")
    with pytest.raises(NotMadeError, match="cannot be written"):
        write_unmade(tmp_path, unmade)


def test_what_else_lies_in_the_folder_stays(folder):
    write_issue(OLD, folder, STEM)
    (folder / "notes.txt").write_text("call the ministry")
    (folder / "proofs").mkdir()
    (folder / "proofs" / "1.txt").write_text("p. 2: a comma")
    write_issue(NEW, folder, STEM)
    assert contents(folder) == NEW
    assert (folder / "notes.txt").read_text() == "call the ministry"
    assert (folder / "proofs" / "1.txt").read_text() == "p. 2: a comma"


def test_a_folder_is_as_open_as_others(folder):
    write_issue(OLD, folder, STEM)
    other = folder.parent / "other"
    other.mkdir()
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_without_an_exchange_the_folders_are_renamed_in_turn(folder, monkeypatch):
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    write_issue(OLD, folder, STEM)
    write_issue(NEW, folder, STEM)
    assert contents(folder) == NEW
    assert names(folder.parent) == [folder.name]


def test_a_kill_between_two_renames_is_made_good(folder):
    write_issue(OLD, folder, STEM)
    folder.rename(folder.parent / f".{folder.name}.before")
    write_issue({"html": b"x"}, folder.parent / "2025-02-14", "weekly-2025-02-14")
    write_issue(NEW, folder, STEM)
    assert contents(folder) == NEW
    assert names(folder.parent) == [folder.name, "2025-02-14"]


def test_a_full_disk_leaves_the_old_issue(folder, monkeypatch):
    write_issue(OLD, folder, STEM)

    def fail(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotMadeError, match=r"No space left on device.*nothing was"):
        write_issue(NEW, folder, STEM)
    assert contents(folder) == OLD
    assert names(folder.parent) == [folder.name]


def test_a_folder_that_cannot_be_made_is_told_plainly(tmp_path):
    (tmp_path / "reports").write_text("a file in the way")
    with pytest.raises(NotMadeError, match=r"cannot be written.*check the folder"):
        write_issue(NEW, tmp_path / "reports" / "weekly" / "2025-02-07", STEM)


def killed_at(step, folder):
    """Write in a child that is killed at its nth touch of the disk; say if it was."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    left = [step]

    def watch(event, _):
        if event.partition(".")[0] in {"open", "os", "shutil", "tempfile", "ctypes"}:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    try:
        write_issue(NEW, folder, STEM, ours=OURS)
    finally:
        os._exit(0)


def test_a_kill_at_any_moment_leaves_the_old_issue_or_the_new_one(folder):
    steps = 0
    seen = set()
    while True:
        write_issue(OLD, folder, STEM, ours=OURS)
        assert names(folder.parent) == [folder.name]
        steps += 1
        if not killed_at(steps, folder):
            break
        found = contents(folder)
        assert found in (OLD, NEW)
        seen.add("old" if found == OLD else "new")
    assert seen == {"old", "new"}
    assert steps > 10


def test_two_writers_at_once_leave_one_whole_issue(folder):
    issues = [{end: f"{n}".encode() for end in OLD} for n in range(8)]
    writers = [
        threading.Thread(target=write_issue, args=(issue, folder, STEM))
        for issue in issues
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert contents(folder) in issues
    assert names(folder.parent) == [folder.name]


def test_files_beside_others_leave_those_alone(tmp_path):
    (tmp_path / "issue.md").write_text("corrected by hand")
    (tmp_path / "issue.pdf").write_bytes(b"old")
    paths = write_beside({"pdf": b"new", "html": b"<p>"}, tmp_path, "issue")
    assert [path.read_bytes() for path in paths] == [b"new", b"<p>"]
    left = {"issue.md", "issue.pdf", "issue.html"}
    assert names(tmp_path) == sorted(left)


def test_files_beside_others_need_their_folder(tmp_path):
    with pytest.raises(NotMadeError, match="cannot be written"):
        write_beside({"pdf": b"new"}, tmp_path / "none", "issue")


def test_runs_of_one_desk_wait_for_each_other(tmp_path):
    (tmp_path / ".briefing").mkdir()
    with (
        FileLock(tmp_path / ".briefing" / "run.lock"),
        pytest.raises(NotMadeError, match="another run has been at work"),
        hold_the_desk(tmp_path, patience=0),
    ):
        pass


def test_a_desk_is_free_again_after_a_run(tmp_path):
    with hold_the_desk(tmp_path, patience=0):
        pass
    with hold_the_desk(tmp_path, patience=0):
        pass


def test_a_desk_that_cannot_be_written_is_told_plainly(tmp_path):
    (tmp_path / ".briefing").write_text("a file in the way")
    with pytest.raises(NotMadeError, match="cannot be"), hold_the_desk(tmp_path):
        pass
    with pytest.raises(NotMadeError, match="cannot be written"):
        note_run(tmp_path, {})


def test_runs_are_noted_one_a_line(tmp_path):
    note_run(tmp_path, {"issue": "2025-02-07", "exit": 0})
    note_run(tmp_path, {"issue": "2025-02-14", "exit": 1, "error": "a\nb"})
    lines = (tmp_path / ".briefing" / "runs.jsonl").read_text().splitlines()
    assert [json.loads(line)["exit"] for line in lines] == [0, 1]
