using System.Globalization;
using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>Which claims somebody wants to see (筛选).</summary>
internal sealed record ClaimQuery(IReadOnlyList<string> States, string? Person, string? Disease, DateOnly? From, DateOnly? To, bool Mine, int Size, string? After)
{
    const int Usual = 50;
    const int Most = 200;

    public static ClaimQuery Read(IQueryCollection query)
    {
        var states = Text("state")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (Array.Find(states, state => !ClaimStates.TryRead(state, out _)) is not null)
            throw new ProblemException(Problem.BadRequest("state-unknown", "没有这种进度。可以写 received、checked、approved、published、paid、returned、refused。", "state"));
        return new ClaimQuery(states, Person: null, Text("disease"), Date("from"), Date("to"), Flag("mine"), Size(), Text("after"));

        string? Text(string name) => query[name] is [{ Length: > 0 } value] ? value : null;

        DateOnly? Date(string name) => Text(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new ProblemException(Problem.BadRequest("date-malformed", $"{name} 的日期要写成 年-月-日，例如 2026-03-01。", name));

        bool Flag(string name) => Text(name) switch
        {
            null or "false" => false,
            "true" => true,
            _ => throw new ProblemException(Problem.BadRequest("flag-malformed", $"{name} 要写 true 或 false。", name)),
        };

        int Size() => Text("size") is not { } text ? Usual
            : int.TryParse(text, out var size) && size is >= 1 and <= Most ? size
            : throw new ProblemException(Problem.BadRequest("size-out-of-range", $"size 要填 1 到 {Most}。", "size"));
    }

    /// <summary>The same from a body: names belong in no address.</summary>
    public static ClaimQuery Read(JsonInput body, IQueryCollection query) => Read(query) with { Person = body.OptionalText("person", 40) };

    /// <param name="hand">Who asks, for whose turn it is.</param>
    public bool Fits(ClaimSummary claim, Hand hand, DateOnly today) =>
        (States.Count == 0 || States.Contains(claim.State))
        && (Person is null || claim.Person.Contains(Person, StringComparison.Ordinal))
        && (Disease is null || claim.Disease == Disease)
        && (From is null || claim.Discharged >= From)
        && (To is null || claim.Discharged <= To)
        && (!Mine || ClaimTurn.IsOf(claim.Progress, hand, today));
}
