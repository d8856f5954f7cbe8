using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>Who is insured, and where (参保人): the same for all stays of one request.</summary>
internal sealed record Insured(string Place, string Scheme, PersonFacts Person, string? Village)
{
    public static Insured Read(JsonInput input, PolicyLibrary library)
    {
        var place = input.Text("place", 12);
        var scheme = input.Word("scheme", Vocabulary.Schemes, "unknown-scheme", "参保类型") ?? "resident";
        OnFile(input, () => library.OnFile(place, scheme));
        var village = input.OptionalText("village", 12);
        if (village is not null && (village.Length != 12 || !village.All(char.IsAsciiDigit)))
            throw input.Fault("village", "village-malformed", "要写十二位的村代码，例如 \"320281105203\"");
        return new Insured(place, scheme, PersonInput.Read(input, library, village), village);
    }

    /// <param name="input">Where the date stands.</param>
    public PolicySnapshot Rules(PolicyLibrary library, DateOnly date, JsonInput input) => OnFile(input, () => library.Resolve(Place, date, Scheme));

    private static T OnFile<T>(JsonInput input, Func<T> find)
    {
        try
        {
            return find();
        }
        catch (NoPolicyException none)
        {
            throw input.Fault(none.Code switch { "no-rules-for-date" => "date", "unknown-scheme" => "scheme", _ => "place" }, none.Code, none.Message.TrimEnd('。'));
        }
    }
}
