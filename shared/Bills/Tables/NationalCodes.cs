namespace Shouwang.Shared.Bills.Tables;

/// <summary>How the national insurance codes are made (国家医保编码), as parts of regular expressions.</summary>
static class NationalCodes
{
    /// <summary>Western medicines (西药): XA02BCA221B001020105216.</summary>
    public const string Drug = @"X[A-Z]\d{2}[0-9A-Z]{19}";

    /// <summary>Chinese medicines (中成药): ZA12BAX0379020304823.</summary>
    public const string Medicine = @"Z[A-Z]\d{2}[0-9A-Z]{16}";

    /// <summary>Materials (耗材), whole: C07030111500000012810000003.</summary>
    public const string Material = @"C\d{26}";

    /// <summary>Services (诊疗项目): 250305010.</summary>
    public const string Service = @"[1-4]\d{8}";
}
