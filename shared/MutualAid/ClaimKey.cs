using System.Security.Cryptography;
using System.Text;

namespace Shouwang.Shared.MutualAid;

/// <summary>What makes two claims the same claim (申请去重键): village, person, settlement or bill number, discharge date. Whoever sends the papers, however often, comes to the same key.</summary>
public static class ClaimKey
{
    /// <summary>32 hex characters.</summary>
    /// <param name="person">Member id where the person is a member, else the name on the papers.</param>
    /// <param name="number">Settlement number, else bill code and number, else the total cost: whatever tells two stays that end on one day apart.</param>
    public static string Of(string village, string person, string number, DateOnly discharged)
    {
        var text = string.Join('\n', village, person, number, discharged.ToString("yyyy-MM-dd"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
