namespace Shouwang.Shared.Bills;

/// <summary>Identity numbers by GB 11643 (公民身份号码).</summary>
public static class IdentityNumber
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether 18 characters have a real birth date and the right check digit.</summary>
    public static bool IsValid(string number) => HasCheckDigit(number) && BirthDate(number) is not null;

    /// <summary>Printed with stars in place of the middle digits (掩码): nothing of it can be checked.</summary>
    public static bool IsMasked(string number) => number.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether two numbers can be one: what a star hides agrees with anything.</summary>
    public static bool Agree(string a, string b) => a.Length == b.Length ? a.Zip(b).All(c => c.First == c.Second || c.First is '*' || c.Second is '*') : a == b;

    /// <summary>The birth date inside the number, null where it is none.</summary>
    public static DateOnly? BirthDate(string number) =>
        number.Length == 18 && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", out var date) ? date : null;

    /// <summary>男 or 女 by the order digit, null where the number is too short.</summary>
    public static string? Sex(string number) => number.Length == 18 && char.IsAsciiDigit(number[16]) ? ((number[16] - '0') % 2 == 1 ? "男" : "女") : null;

    /// <summary>The last character that the first 17 digits ask for.</summary>
    public static char CheckCharacter(string number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (number[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }

    private static bool HasCheckDigit(string number) =>
        number.Length == 18 && number.Take(17).All(char.IsAsciiDigit) && CheckCharacter(number) == number[17];
}
