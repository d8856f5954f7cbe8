using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

/// <summary>Whatever five people try with a claim in whatever order, two persons stand behind every payment and the books say what the claim says.</summary>
public class ClaimMoveProperties
{
    private const string Claim = "0123456789abcdef0123456789abcdef";
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly Hand[] Hands = [new("wang", false), new("zhao", false), new("li", true), new("sun", true), new("administrator", true)];
    private static readonly ClaimState[] States = Enum.GetValues<ClaimState>();

    /// <summary>One try: who, what, and what the claim is worth by then.</summary>
    private sealed record Try(int Kind, Hand Hand, ClaimState To, int Reason, int Days, int Yuan, string Disease, string? Words)
    {
        public override string ToString() => $"{Hand.Id}: {Kind switch { 0 => "appeal", 1 => "reopen", 2 => $"correct to {Yuan} {Disease}", _ => $"to {To.Name()}" }}";
    }

    /// <summary>What the tries lead to, judged after each.</summary>
    private sealed record World(ClaimProgress Claim, ClaimFigures Figures, Books Books, DateOnly Today)
    {
        public ImmutableHashSet<string> Payers { get; init; } = [];
    }

    private static readonly Arbitrary<Try[]> AnyTries = Arb.From(
        (from kind in Gen.Choose(0, 9)
         from hand in Gen.Elements(Hands)
         from to in Gen.Elements(States)
         from reason in Gen.Elements(3, 6, 11, 49, 51, 99, 7777)
         from days in Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Constant(8)), (1, Gen.Constant(20)))
         from yuan in Gen.Elements(0, 300, 1200, 4000)
         from disease in Gen.Elements("K35", "J18", "C34")
         from words in Gen.Elements(null, "写明")
         select new Try(kind, hand, to, reason, days, yuan, disease, words)).ArrayOf().Resize(60));

    private static World Begin() => new(
        new ClaimProgress { Version = 1, Makers = ["wang"] },
        new ClaimFigures(Fen.FromYuan(1200), [], "K35", false, "2026-1"),
        Books.Empty("320281105203").Append(ContributionPostings.Opening(Fen.FromYuan(1_000_000), new DateOnly(2026, 1, 1)), "", DateTimeOffset.UnixEpoch, LedgerTerms.Usual).After,
        Start);

    private static World Step(World world, Try tried)
    {
        world = world with { Today = world.Today.AddDays(tried.Days) };
        switch (tried.Kind)
        {
            case 0:
                return ClaimMoves.Appeal(world.Claim, world.Today) is MoveAnswer.Moved appealed ? world with { Claim = appealed.After } : world;
            case 1:
                return ClaimMoves.Reopen(world.Claim, tried.Hand) is MoveAnswer.Moved reopened ? world with { Claim = reopened.After } : world;
            case 2 when ClaimMoves.IsOpen(world.Claim.State):
                return world with
                {
                    Claim = world.Claim.MadeBy(tried.Hand.Id) with { State = ClaimState.Received },
                    Figures = world.Figures with { Amount = Fen.FromYuan(tried.Yuan), Reasons = tried.Yuan == 0 ? [3] : [], Disease = tried.Disease, Serious = tried.Disease == "C34" },
                };
            default:
                var request = new MoveRequest(tried.To) { Reasons = [tried.Reason], Words = tried.Words, Cause = tried.To == ClaimState.Checked ? Cause.Illness : null };
                if (ClaimMoves.Decide(world.Claim, world.Figures, request, tried.Hand, Charter.Default, world.Today) is not MoveAnswer.Moved moved)
                    return world;
                var books = moved.Money is { } money ? world.Books.Append(money.Posting(Claim, "周**", FeeTerms.Usual), "", DateTimeOffset.UnixEpoch, LedgerTerms.Usual).After : world.Books;
                var payers = moved.Money is { Kind: MoneyMoveKind.Paid } ? world.Payers.Add(tried.Hand.Id) : world.Payers;
                return world with { Claim = moved.After, Books = books, Payers = payers };
        }
    }

    private static void Holds(Func<World, bool> property) => Prop.ForAll(AnyTries, tries =>
    {
        var world = Begin();
        foreach (var tried in tries)
        {
            world = Step(world, tried);
            if (!property(world))
                return false;
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Nothing_is_approved_published_or_paid_without_a_second_person() => Holds(world =>
        world.Claim.State is not (ClaimState.Approved or ClaimState.Published or ClaimState.Paid)
        || (world.Claim.ApprovedBy is { } approver && !world.Claim.Makers.Contains(approver) && !world.Claim.Makers.IsEmpty
            && Array.Exists(Hands, hand => hand.Id == approver && hand.MayApprove) && world.Claim.Cause is not null));

    [Fact]
    public void The_books_owe_exactly_what_the_claim_says_is_due() => Holds(world =>
        -world.Books.Balances[Account.AidPayable] == world.Claim.Due
        && world.Books.Balances.Natural(Account.Aid) == (world.Claim.Award?.Amount ?? Fen.Zero)
        && world.Books.Balances[Account.Bank] == Fen.FromYuan(1_000_000) - world.Claim.PaidOut);

    [Fact]
    public void A_paid_claim_is_even_and_never_above_what_was_approved() => Holds(world =>
        world.Claim.State != ClaimState.Paid || (world.Claim.Due == Fen.Zero && world.Claim.Award is not null && world.Claim.PaidOut == world.Claim.Award.Amount));

    [Fact]
    public void Nobody_pays_what_he_approved() => Prop.ForAll(AnyTries, tries =>
    {
        var world = Begin();
        foreach (var tried in tries)
        {
            var before = world;
            world = Step(world, tried);
            if (world.Claim.State == ClaimState.Paid && before.Claim.State == ClaimState.Published && before.Claim.ApprovedBy == tried.Hand.Id)
                return false;
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void What_is_offered_as_allowed_is_done_when_asked_for() => Prop.ForAll(AnyTries, tries =>
    {
        var world = Begin();
        foreach (var tried in tries)
        {
            foreach (var option in ClaimMoves.Options(world.Claim, world.Figures, tried.Hand, Charter.Default, world.Today))
            {
                var request = new MoveRequest(option.To) { Reasons = option.Reasons.IsEmpty ? [] : [option.Reasons[0]], Words = "写明", Cause = Cause.Illness };
                if (ClaimMoves.Decide(world.Claim, world.Figures, request, tried.Hand, Charter.Default, world.Today) is MoveAnswer.Moved != (option.Blocked is null))
                    return false;
            }

            world = Step(world, tried);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Whose_turn_it_is_can_do_something_and_who_could_go_on_has_the_turn_unless_he_would_bar_himself_from_approving() => Holds(world => Hands.All(hand =>
    {
        var options = ClaimMoves.Options(world.Claim, world.Figures, hand, Charter.Default, world.Today);
        var goesOn = options is [{ Blocked: null }, ..] && world.Claim.State != ClaimState.Returned && !(world.Claim.State == ClaimState.Received && hand.MayApprove);
        return ClaimTurn.IsOf(world.Claim, hand, world.Today) ? options.Any(option => option.Blocked is null) : !goesOn;
    }));

    [Fact]
    public void A_checked_claim_waits_for_the_checker_though_the_officer_may_still_send_it_back()
    {
        var (officer, checker) = (new Hand("wang", MayApprove: false), new Hand("li", MayApprove: true));
        var claim = Begin().Claim with { State = ClaimState.Checked };
        ClaimMoves.Options(claim, Begin().Figures, officer, Charter.Default, Start).ShouldContain(option => option.Blocked == null);
        // Until somebody asked why the person was in hospital it waits for the officer.
        ClaimTurn.IsOf(claim, officer, Start).ShouldBeTrue();
        ClaimTurn.IsOf(claim, checker, Start).ShouldBeFalse();
        claim = claim with { Cause = Cause.Illness };
        ClaimTurn.IsOf(claim, officer, Start).ShouldBeFalse();
        ClaimTurn.IsOf(claim, checker, Start).ShouldBeTrue();
        ClaimTurn.IsOf(claim.MadeBy(checker.Id), checker, Start).ShouldBeFalse();
        var published = claim with { State = ClaimState.Published, ApprovedBy = checker.Id, ObjectionsUntil = Start.AddDays(7) };
        ClaimTurn.IsOf(published, officer, Start.AddDays(7)).ShouldBeFalse();
        ClaimTurn.IsOf(published, officer, Start.AddDays(8)).ShouldBeTrue();
        ClaimTurn.IsOf(published, checker, Start.AddDays(8)).ShouldBeFalse();
    }

    [Fact]
    public void The_tries_do_reach_payment_and_corrections()
    {
        var paid = 0;
        var corrected = 0;
        Prop.ForAll(AnyTries, tries =>
        {
            var world = tries.Aggregate(Begin(), Step);
            paid += world.Payers.IsEmpty ? 0 : 1;
            corrected += world.Claim.Award is { Number: > 1 } ? 1 : 0;
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
        paid.ShouldBeGreaterThan(5);
        corrected.ShouldBeGreaterThan(5);
    }
}
