#if LinearProgramming
internal import CGLPK
#endif

/// A linear programme: the largest value of a sum of non-negative variables under upper bounds on other such sums.
///
/// It is solved by GLPK, first in floating-point and then in rational arithmetic, so that the value is the exact one
/// rounded once, and the same on every machine. This is the only file that calls GLPK.
struct LinearProgramme {
    /// Why a programme has no value.
    enum Failure: Error, Equatable, CustomStringConvertible {
        /// The package was built without the solver.
        case noSolver
        /// A coefficient is not a finite number, or a row has not one for each variable.
        case malformed
        /// GLPK gave up; the code is its own.
        case solver(code: Int32)
        /// The programme has no optimum; the status is GLPK's own.
        case noOptimum(status: Int32)

        /// What is wrong.
        var description: String {
            switch self {
            case .noSolver: "the package was built without the trait LinearProgramming"
            case .malformed: "expected finite coefficients, one for each variable in every row"
            case .solver(let code): "the solver gave up with code \(code)"
            case .noOptimum(let status): "the programme has no optimum (status \(status))"
            }
        }
    }

    /// A sum of variables and its upper bound.
    struct Constraint {
        /// The factor of each variable.
        var coefficients: [Double]
        /// The sum is at most this.
        var atMost: Double
    }

    /// The factor of each variable in the sum that is maximised.
    var objective: [Double]
    /// What holds for the variables, which are zero or more.
    var constraints: [Constraint]

    /// Whether the package was built with the solver.
    static var isAvailable: Bool {
        #if LinearProgramming
        true
        #else
        false
        #endif
    }

    /// The largest value and the variables that give it.
    func solution() throws(Failure) -> (value: Double, variables: [Double]) {
        guard !objective.isEmpty, objective.allSatisfy(\.isFinite),
            constraints.allSatisfy({
                $0.coefficients.count == objective.count && $0.coefficients.allSatisfy(\.isFinite) && $0.atMost.isFinite
            })
        else { throw .malformed }
        #if LinearProgramming
        return try solve()
        #else
        throw .noSolver
        #endif
    }

    #if LinearProgramming
    private func solve() throws(Failure) -> (value: Double, variables: [Double]) {
        glp_term_out(GLP_OFF)
        guard let problem = glp_create_prob() else { throw .solver(code: GLP_EFAIL) }
        defer { glp_delete_prob(problem) }
        glp_set_obj_dir(problem, GLP_MAX)
        let width = Int32(objective.count)
        // The value is a variable of its own, after the others: GLPK rounds each variable once, but would form the
        // objective from rounded ones.
        let value = width + 1
        glp_add_cols(problem, value)
        for column in 1...width { glp_set_col_bnds(problem, column, GLP_LO, 0, 0) }
        glp_set_col_bnds(problem, value, GLP_FR, 0, 0)
        glp_set_obj_coef(problem, value, 1)
        let rows: [([Double], Double, Int32)] =
            constraints.map { ($0.coefficients, $0.atMost, GLP_UP) } + [(objective + [-1], 0, GLP_FX)]
        glp_add_rows(problem, Int32(rows.count))
        for (place, (coefficients, bound, kind)) in rows.enumerated() {
            glp_set_row_bnds(problem, Int32(place + 1), kind, kind == GLP_FX ? bound : 0, bound)
            // GLPK counts from one: the first entry of each array is not read. Zeros are left out.
            var columns: [Int32] = [0]
            var factors: [Double] = [0]
            for (column, factor) in coefficients.enumerated() where factor != 0 {
                columns.append(Int32(column + 1))
                factors.append(factor)
            }
            glp_set_mat_row(problem, Int32(place + 1), Int32(columns.count - 1), columns, factors)
        }
        var settings = glp_smcp()
        glp_init_smcp(&settings)
        settings.msg_lev = GLP_MSG_OFF
        // The floating-point run only finds a basis to start from; whatever it says, the exact run decides.
        _ = glp_simplex(problem, &settings)
        let code = glp_exact(problem, &settings)
        guard code == 0 else { throw .solver(code: code) }
        let status = glp_get_status(problem)
        guard status == GLP_OPT else { throw .noOptimum(status: status) }
        return (glp_get_col_prim(problem, value), (1...width).map { glp_get_col_prim(problem, $0) })
    }
    #endif
}
