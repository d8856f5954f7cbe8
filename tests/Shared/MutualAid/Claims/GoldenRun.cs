using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

/// <summary>Takes a worked example through intake and every move, as the app does without its storage.</summary>
internal sealed class GoldenRun
{
    private readonly GoldenClaim _one;
    private readonly GoldenVillage _village;
    private readonly DateOnly _received;
    private readonly Dictionary<string, string> _corrected = new(StringComparer.Ordinal);
    private string? _chosen;
    private string? _operations;
    private ClaimDecision _decision;
    private ClaimProgress _claim;
    private Books _books;
    private bool _objected;
    private bool _misread;

    public GoldenRun(GoldenClaim usual, GoldenClaim one)
    {
        _one = one;
        _village = new GoldenVillage(usual, one);
        _received = GoldenVillage.Day(one.Received ?? usual.Received!);
        _chosen = one.Chosen;
        _operations = one.Operations;
        _books = _village.Books;
        // Wang enters it at the desk; the cause is confirmed by him unless the example asks for it later.
        _claim = new ClaimProgress { Version = 1, Makers = ["wang"], Cause = (one.Cause ?? usual.Cause) is { } cause && cause != "later" ? cause : null };
        _decision = Decide();
        _claim = _claim with { State = _decision.IsClear ? ClaimState.Checked : ClaimState.Received };
    }

    /// <summary>Where what comes out is not as the example says.</summary>
    public IReadOnlyList<string> Failures()
    {
        var wrong = new List<string>();
        var today = _received;
        foreach (var (move, i) in _one.Moves.Select((move, i) => (move, i + 1)))
        {
            today = move.On is { } day ? GoldenVillage.Day(day) : today;
            var gave = Try(move, today);
            if (gave != move.Gives)
                wrong.Add($"move {i} ({move.By} {move.Do}) should give “{move.Gives}” but gives “{gave}”");
        }

        if (_one.Origin.Length == 0 || _one.Expect.Count == 0)
            wrong.Add("origin: and expect: are missing");
        foreach (var (what, should) in _one.Expect)
        {
            var came = Came(what);
            if (what == "says" ? !came.Contains(should, StringComparison.Ordinal) : came != should)
                wrong.Add($"{what} should be “{should}” but is “{came}”");
        }

        return wrong;
    }

    private string Came(string what) => what switch
    {
        "state" => _claim.State.Name(),
        "sum" => _decision.Aid?.ToString() ?? "unknown",
        "reasons" => string.Join(' ', _claim.Reasons.IsEmpty ? _decision.Reasons : _claim.Reasons),
        "steps" => string.Join(' ', _decision.Steps.Select(step => step.Rule)),
        "doubts" => $"{_decision.Doubts.Length}",
        "says" => string.Join('\n', _decision.Doubts.Concat(_decision.Steps.Select(step => step.Sentence)).Concat(Explain.Sentences(_decision.Result, _decision.Facts, new Names(_decision.Disease?.Name))).Append(Figures(_received).Low?.Sentence ?? "")),
        "approvable" => Figures(_received) is { Low: { Amount.Value: 0 } } ? "waits" : Figures(_received).Amount?.ToString() ?? "unknown",
        "awarded" => (_claim.Award?.Amount ?? Fen.Zero).ToString(),
        "due" => _claim.Due.ToString(),
        "paidOut" => _claim.PaidOut.ToString(),
        "objectionsUntil" => $"{_claim.ObjectionsUntil:yyyy-MM-dd}",
        "appealUntil" => $"{_claim.AppealUntil:yyyy-MM-dd}",
        "bank" => _books.Balances[Account.Bank].ToString(),
        "aid" => _books.Balances.Natural(Account.Aid).ToString(),
        "fee" => _books.Balances.Natural(Account.Fee).ToString(),
        _ => throw new FormatException($"nothing is called “{what}”"),
    };

    private ClaimDecision Decide()
    {
        var set = _village.Papers(_corrected);
        var stay = set.Stay!;
        var discharged = stay.Discharged!.Value;
        var policy = PolicyLibrary.Shipped.Resolve("320281", discharged);
        if (_village.Plan is { } plan && plan.From <= discharged && discharged <= plan.To)
            policy = policy.With(plan);
        var chosen = _chosen is null ? null : DiseaseCatalogue.Default.Entries.Single(entry => entry.Code == _chosen);
        return ClaimDecision.Decide(
            stay, set.Checks, set.Conflicts.Select(conflict => conflict.Sentence), _village.MemberOn(discharged), DiagnosisMatcher.Default.Match(stay.Diagnosis!), chosen, policy, GoldenVillage.Code,
            new ClaimTerms { Charter = _village.Charter, Received = _received, Cause = _claim.Cause, Operations = _operations is null ? null : _operations == "none" ? [] : _operations.Split(' '), Earlier = _village.Earlier, SheetUsed = _one.SheetUsed is { } where ? $"这张结算单已经用在{where}的申请里，一张结算单只能补一次。" : null });
    }

    private ClaimFigures Figures(DateOnly today)
    {
        var figures = new ClaimFigures(_decision.Aid, _decision.Reasons, _decision.Disease?.Code, _decision.Disease is { Serious: true }, "2026-1") { Late = _decision.Late, Objected = _objected, Misread = _misread };
        return _claim.State != ClaimState.Checked || figures is not { Amount: { Value: > 0 } full, Disease: { } disease } || _claim.Award is { Amount.Value: > 0 } ? figures
            : figures.With(LowMoneyRule.Of(full, _village.Charter, _books, DiseaseGroup.Of(disease, figures.Serious), today.Year, _village.Ahead));
    }

    /// <summary>The code it is refused with; null where it is done.</summary>
    private string? Try(GoldenMove move, DateOnly today)
    {
        var hand = new Hand(move.By, move.By is "li" or "sun" or "administrator");
        if (move.Do == "correct")
            return Correct(move);
        if (move.Do is "object" or "settle")
            return Object(move.Do == "object");
        if (move.Do is "misread" or "compared")
        {
            _misread = move.Do == "misread";
            return null;
        }

        var answer = move.Do switch
        {
            "appeal" => ClaimMoves.Appeal(_claim, today),
            "reopen" => ClaimMoves.Reopen(_claim, hand),
            _ => ClaimMoves.Decide(_claim, Figures(today), Request(move), hand, _village.Charter, today),
        };
        if (answer is MoveAnswer.Blocked blocked)
            return blocked.Code;
        var moved = (MoveAnswer.Moved)answer;
        if (moved.Money is { } money)
        {
            try
            {
                _books = _books.Append(money.Posting("0123456789abcdef0123456789abcdef", "周**", _village.Terms.Fee), "", DateTimeOffset.UnixEpoch, _village.Terms).After;
            }
            catch (LedgerRefusedException refused)
            {
                return refused.Code;
            }
        }

        _claim = moved.After;
        if (move.Cause is not null)
            _decision = Decide();
        return null;
    }

    private static MoveRequest Request(GoldenMove move) => new(ClaimStates.TryRead(move.Do, out var to) ? to : throw new FormatException($"nothing is called “{move.Do}”"))
    {
        Reasons = [.. move.Reasons],
        Words = move.Words,
        Cause = move.Cause,
        Seen = move.Amount is { } seen ? Fen.Parse(seen) : null,
    };

    private string? Object(bool opens)
    {
        if (opens && ClaimMoves.Object(_claim.State) is { } blocked)
            return blocked.Code;
        _objected = opens;
        return null;
    }

    private string? Correct(GoldenMove move)
    {
        if (!ClaimMoves.IsOpen(_claim.State))
            return "claim-settled";
        foreach (var (field, value) in move.Stay)
            _corrected[field] = value;
        _chosen = move.Chosen ?? _chosen;
        _operations = move.Operations ?? _operations;
        _claim = _claim.MadeBy(move.By) with { Cause = move.Cause ?? _claim.Cause };
        _decision = Decide();
        _claim = _claim with { State = _decision.IsClear ? ClaimState.Checked : ClaimState.Received, Reasons = [], Words = null };
        return null;
    }
}
