// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.state.CloudState;
import io.berth.emulator.text.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the state in {@code state.json} of a folder: the whole document, each time.
 *
 * <p>A call that changes something is answered when its change is on the disk, so an emulator that
 * is killed loses nothing that was answered. Calls that read do not wait: what they show of a call
 * that is not answered yet can still be lost. Writing for each call alone would cost too much, so
 * whoever waits while a document is being written shares the next one: one write is under way and
 * one is due, however many callers there are. A log of single changes would be quicker, but needs a
 * second format, a way to cut it short and rules for a torn end; with 2,000 registries and 5,000
 * codes the document is 3.5 MB and takes some 20 ms.
 */
final class FolderStorage implements Storage {
  private final FolderLock lock;
  private final StateFile file;
  private final Snapshots snapshots;
  private final GroupCommit commit = new GroupCommit(this::write);

  // begin() sets both, and comes before everything else.
  @SuppressWarnings("NullAway.Init")
  private volatile StateVersion written;

  @SuppressWarnings("NullAway.Init")
  private Supplier<CloudState> state;

  private FolderStorage(FolderLock lock, Path folder) {
    this.lock = lock;
    this.file = new StateFile(folder.resolve("state.json"));
    this.snapshots = new FolderSnapshots(folder.resolve("snapshots"));
  }

  static FolderStorage open(Path folder) throws IOException {
    return new FolderStorage(FolderLock.of(folder), folder);
  }

  @Override
  public void begin(Supplier<CloudState> current) throws IOException {
    state = current;
    Optional<JsonNode> kept = file.read();
    if (kept.isPresent()) {
      fill(current.get(), kept.get());
    }
    try {
      file.tidy();
      // Now rather than with the first change: a folder in which this fails is of no use.
      write();
    } catch (IOException e) {
      throw FolderLock.notWritable(file.path().getParent(), e);
    }
  }

  private void fill(CloudState fresh, JsonNode kept) throws IOException {
    JsonNode format = kept.path("format");
    if (format.isIntegralNumber() && format.doubleValue() > SavedState.FORMAT) {
      throw new IOException(
          "The state in %s has format %s and this version knows only %d: use a newer version, or move the file away to start with nothing."
              .formatted(file.path(), format.asText(), SavedState.FORMAT));
    }
    try {
      SavedState.into(fresh, kept);
    } catch (BadState e) {
      throw file.broken("its " + e.field() + " " + e.getMessage());
    }
  }

  /**
   * A moment of the state: whoever changes anything raises a count, and a reset brings another
   * state.
   *
   * @param changes of the clock, and of each part in the order of their names
   */
  private record StateVersion(CloudState state, List<Long> changes) {
    static StateVersion of(CloudState state) {
      Stream<Long> parts = SavedState.parts(state).stream().map(SavedPart::changes);
      return new StateVersion(
          state, Stream.concat(Stream.of(state.clock().changes()), parts).toList());
    }

    // A reset brings another state, and that is a change however equal the two are.
    @SuppressWarnings("ReferenceEquality")
    boolean isNow(CloudState now) {
      return state == now && changes.equals(of(now).changes());
    }
  }

  @Override
  public void flush() {
    if (written.isNow(state.get())) {
      return;
    }
    try {
      commit.await();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The state cannot be written to " + file.path() + " (" + e.getMessage() + ").", e);
    }
  }

  // What is counted is read before what is saved, so the document has it all and perhaps more.
  private void write() throws IOException {
    CloudState now = state.get();
    StateVersion mark = StateVersion.of(now);
    file.write(StrictJson.write(SavedState.of(now)));
    written = mark;
  }

  @Override
  public Snapshots snapshots() {
    return snapshots;
  }

  @Override
  public void close() {
    lock.close();
  }
}
