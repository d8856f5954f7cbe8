namespace Shouwang.Shared.Bills;

/// <summary>Unified social credit codes by GB 32100 (统一社会信用代码).</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Whether 18 characters end in the right check character.</summary>
    public static bool IsValid(string code)
    {
        if (code.Length != 18)
            return false;
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            var worth = Alphabet.IndexOf(code[i], StringComparison.Ordinal);
            if (worth < 0)
                return false;
            sum += worth * weight;
            weight = weight * 3 % 31;
        }
        return Alphabet[(31 - (sum % 31)) % 31] == code[17];
    }
}
