using System.Text.RegularExpressions;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Volunteers;

/// <summary>Somebody with a card (代办证) who forwards papers for people of the village (代办员).</summary>
/// <param name="Number">Village code, hyphen, five letters: printed on the card, and anyone may check it.</param>
/// <param name="IssuedBy">Name of the officer.</param>
internal sealed partial record Volunteer(string Village, string Number, string Name, string Phone, DateTimeOffset Issued, string IssuedBy, DateTimeOffset? Revoked)
{
    public static bool IsNumber(string text) => Number_().IsMatch(text);

    /// <summary>李大明 → 李*明: for those who check the card, who know whom they have before them.</summary>
    public string MaskedName => Name.Length switch
    {
        0 or 1 => "*",
        2 => Name[..1] + "*",
        var length => Name[..1] + new string('*', length - 2) + Name[^1..],
    };

    public static (string Name, string Phone) Read(JsonInput body) => (
        body.Text("name", 20),
        Phone_().IsMatch(body.Text("phone", 20)) ? body.Text("phone", 20) : throw body.Fault("phone", "phone-malformed", "要填电话号码，只写数字"));

    [GeneratedRegex("^[0-9]{12}-[A-Z]{5}$")]
    private static partial Regex Number_();

    [GeneratedRegex(@"^\+?[0-9][0-9 -]{4,18}$")]
    private static partial Regex Phone_();
}
