package org.kezheng.acd.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kezheng.acd.engine.Command;
import org.kezheng.acd.engine.ContactId;
import org.kezheng.acd.engine.Effect;
import org.kezheng.acd.engine.Event;
import org.kezheng.acd.engine.LeaveCause;
import org.kezheng.acd.engine.OfferId;
import org.kezheng.acd.engine.OfferOutcome;
import org.kezheng.acd.engine.PendingEffect;
import org.kezheng.acd.engine.Refusal;

class SoloHostTest {
    @TempDir
    Path directory;

    @Test
    void aReceiptSaysWhereACommandStandsAndWhatItDid() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Worlds.staff(host);
            Receipt receipt = Worlds.submit(host, Worlds.arrive(7));
            assertThat(receipt.position()).isEqualTo(6);
            assertThat(receipt.events()).hasAtLeastOneElementOfType(Event.OfferMade.class);
            assertThat(host.lastPosition()).isEqualTo(6);
        }
    }

    @Test
    void consumersHearOfARecordBeforeItsSubmitterDoes() {
        List<JournalRecord> heard = new CopyOnWriteArrayList<>();
        SoloHost host = SoloHost.open(Worlds.settings(directory));
        host.onDurable(heard::add);
        host.start();
        try (host) {
            Receipt receipt = Worlds.submit(host, new Command.Configure(Worlds.configuration(1)));
            assertThat(heard).hasSize(1);
            assertThat(heard.getFirst().position()).isEqualTo(receipt.position());
            assertThat(heard.getFirst().events()).isEqualTo(receipt.events());
        }
    }

    @Test
    void recordsArePublishedInOrderUnderLoad() {
        List<Long> heard = new ArrayList<>();
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        SoloHost host = SoloHost.open(Worlds.settings(directory));
        host.onDurable(made -> heard.add(made.position()));
        host.start();
        try (host) {
            Worlds.staff(host);
            for (int contact = 1; contact <= 500; contact++) {
                receipts.add(host.submit(CommandId.random(), Worlds.arrive(contact)));
                receipts.add(host.submit(
                        CommandId.random(), new Command.Leave(new ContactId(contact), LeaveCause.CALLER_HUNG_UP)));
            }
            receipts.forEach(Worlds::await);
        }
        assertThat(heard).isSorted().doesNotHaveDuplicates().hasSize(1_005);
        assertThat(JournalReader.open(directory).from(1)).hasSize(1_005);
        assertThat(Verification.of(directory).lastPosition()).isEqualTo(1_005);
    }

    @Test
    void aRepeatedCommandGetsTheFirstReceiptAndIsNotAppliedAgain() {
        CommandId id = CommandId.random();
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Worlds.staff(host);
            CompletableFuture<Receipt> first = host.submit(id, Worlds.arrive(7));
            CompletableFuture<Receipt> second = host.submit(id, Worlds.arrive(7));
            assertThat(Worlds.await(second)).isEqualTo(Worlds.await(first));
        }
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Receipt again = Worlds.await(host.submit(id, Worlds.arrive(7)));
            assertThat(again.position()).isEqualTo(6);
            assertThat(again.events()).hasAtLeastOneElementOfType(Event.ContactQueued.class);
            assertThat(host.lastPosition()).isEqualTo(6);
        }
    }

    @Test
    void aForgottenIdIsAppliedAgain() {
        CommandId id = CommandId.random();
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Worlds.staff(host);
            Worlds.await(host.submit(id, Worlds.arrive(7)));
            for (int repeat = 0; repeat < 50; repeat++) {
                Worlds.submit(host, new Command.Tick());
            }
            Receipt again = Worlds.await(host.submit(id, Worlds.arrive(7)));
            assertThat(again.events()).containsExactly(new Event.CommandRefused(Refusal.DUPLICATE_CONTACT));
        }
    }

    @Test
    void pendingEffectsComeAgainAfterARestart() {
        PendingEffect ring;
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Worlds.staff(host);
            Worlds.submit(host, Worlds.arrive(7));
            ring = host.pendingEffects().getFirst();
            assertThat(ring.effect()).isInstanceOf(Effect.Ring.class);
        }
        List<PendingEffect> heard = new CopyOnWriteArrayList<>();
        SoloHost host = SoloHost.open(Worlds.settings(directory));
        host.onEffect(heard::add);
        host.start();
        try (host) {
            Worlds.submit(host, new Command.Acknowledge(ring.id()));
            assertThat(heard).containsExactly(ring);
            assertThat(host.pendingEffects()).isEmpty();
            Worlds.submit(host, new Command.Leave(new ContactId(7), LeaveCause.CALLER_HUNG_UP));
            assertThat(heard).last().extracting(PendingEffect::effect).isInstanceOf(Effect.StopRinging.class);
        }
    }

    @Test
    void aDeadlineIsServedWithoutAnyCommand() {
        FakeTime time = new FakeTime();
        CompletableFuture<JournalRecord> missed = new CompletableFuture<>();
        SoloHost host = SoloHost.open(Worlds.settings(directory, time, 100));
        host.onDurable(made -> {
            if (made.events().stream()
                    .anyMatch(event ->
                            event instanceof Event.OfferEnded ended && ended.outcome() == OfferOutcome.MISSED)) {
                missed.complete(made);
            }
        });
        host.start();
        try (host) {
            Worlds.staff(host);
            Worlds.submit(host, Worlds.arrive(7));
            time.advance(14_950_000);
            Worlds.submit(host, new Command.OfferRinging(new OfferId(1)));
            JournalRecord tick = Worlds.await(missed);
            assertThat(tick.command()).isEqualTo(new Command.Tick());
            assertThat(tick.id()).isEqualTo(CommandId.OF_HOST);
        }
    }

    @Test
    void aFullQueueRefusesAtOnceInsteadOfBlocking() {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        HostSettings settings =
                new HostSettings(directory, Worlds.LIMITS, TimeSource.system(), Durability.WRITTEN, 1, 100, 50);
        try (SoloHost host = SoloHost.open(settings, new FakeDisk(gate))) {
            host.start();
            CompletableFuture<Receipt> refused = new CompletableFuture<>();
            while (!refused.isCompletedExceptionally()) {
                refused = host.submit(CommandId.random(), new Command.Tick());
            }
            CompletableFuture<Receipt> last = refused;
            assertThatThrownBy(last::join)
                    .hasCauseInstanceOf(HostUnavailable.class)
                    .cause()
                    .extracting("reason")
                    .isEqualTo(HostUnavailable.Reason.QUEUE_FULL);
            gate.complete(null);
        }
    }

    @Test
    void nothingIsTakenBeforeTheStartAndAfterTheEnd() {
        SoloHost host = SoloHost.open(Worlds.settings(directory));
        assertThat(host.submit(CommandId.random(), new Command.Tick())).isCompletedExceptionally();
        host.start();
        Worlds.submit(host, new Command.Tick());
        host.close();
        assertThat(host.submit(CommandId.random(), new Command.Tick())).isCompletedExceptionally();
        assertThat(host.termination()).isCompleted();
    }

    @Test
    void twoHostsOnOneJournalAreRefused() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            assertThatThrownBy(() -> SoloHost.open(Worlds.settings(directory)))
                    .isInstanceOf(JournalException.Locked.class);
            Worlds.submit(host, new Command.Tick());
        }
        Worlds.started(Worlds.settings(directory)).close();
    }

    @Test
    void aFailingConsumerKeepsNothingFromTheOthers() {
        List<Long> heard = new CopyOnWriteArrayList<>();
        SoloHost host = SoloHost.open(Worlds.settings(directory));
        host.onDurable(made -> {
            throw new IllegalStateException("A consumer that fails, as this test wants it");
        });
        host.onDurable(made -> heard.add(made.position()));
        host.start();
        try (host) {
            Worlds.submit(host, new Command.Tick());
            Worlds.submit(host, new Command.Tick());
            assertThat(heard).containsExactly(1L, 2L);
        }
    }

    @Test
    void aLateAnswerAfterARestartIsStillKnownForWhatItIs() {
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Worlds.staff(host);
            Worlds.submit(host, Worlds.arrive(7));
            Worlds.submit(host, new Command.Leave(new ContactId(7), LeaveCause.CALLER_HUNG_UP));
        }
        try (SoloHost host = Worlds.started(Worlds.settings(directory))) {
            Receipt late = Worlds.submit(host, new Command.OfferAnswered(new OfferId(1)));
            assertThat(late.events()).startsWith(new Event.CommandRefused(Refusal.OFFER_ENDED));
        }
    }
}
