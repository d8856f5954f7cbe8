using System.Text;
using System.Text.RegularExpressions;

namespace Shouwang.Shared.MutualAid.Association;

/// <summary>What in a free text would give a person away (个人信息): identity numbers, telephone numbers, bank cards. Texts of a decision hang out for everybody.</summary>
public static partial class PersonalData
{
    /// <summary>What was found first, in Chinese; null where nothing was.</summary>
    public static string? Find(string text)
    {
        var plain = Plain(text);
        return IdNumber().IsMatch(plain) ? "身份证号"
            : Card().IsMatch(plain) ? "银行卡号"
            : Telephone().IsMatch(plain) ? "电话号码"
            : null;
    }

    /// <summary>The text with every such number made unreadable.</summary>
    public static string Mask(string text)
    {
        // Plain has a character for each of the text, so that what is found stands at the same place.
        var (plain, masked) = (Plain(text), new StringBuilder(text));
        foreach (var match in new[] { IdNumber(), Card(), Telephone() }.SelectMany(pattern => pattern.Matches(plain)))
        {
            for (var i = match.Index; i < match.Index + match.Length; i++)
                masked[i] = '*';
        }

        return masked.ToString();
    }

    /// <summary>Full-width digits made plain.</summary>
    private static string Plain(string text) => string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'Ｘ' or 'ｘ' or 'x' ? 'X' : c));

    // A day of birth in the middle tells an identity number from other long numbers, however it is spaced.
    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{5}[ \u3000-]?(19|20)[0-9]{2}[ \u3000-]?(0[1-9]|1[0-2])[ \u3000-]?(0[1-9]|[12][0-9]|3[01])[ \u3000-]?[0-9]{3}[0-9X](?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex IdNumber();

    [GeneratedRegex(@"(?<![0-9])[1-9][0-9]{3}([ \u3000-]?[0-9]{4}){2}[ \u3000-]?[0-9]{3,4}([ \u3000-]?[0-9]{1,3})?(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![0-9])(1[3-9][0-9]([ \u3000-]?[0-9]){8}|0[0-9]{2,3}[ \u3000-]?[2-9][0-9]{6,7})(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Telephone();
}
